button-more = Plus ▸
button-mini-app = Ouvrir la Mini App
button-tags = 🏷 Étiquettes
button-tag-new = ➕ Autre étiquette…
button-snooze = 😴 Mettre en veille
button-wake = ☀️ Réveiller
button-duplicates = 👥 Même personne ?
button-block = 🚫 Bloquer
button-block-yes = Oui, bloquer
button-unblock = Débloquer
button-lost-own = Autre chose…
button-lost-none = Sans motif
button-value = Écrire le montant
button-value-none = Sans montant

card-blocked = Personne bloquée : ses messages sont gardés sans être montrés, et rien ne part
card-snoozed = Hors de la liste jusqu’au { $until }

lost-ask = Pourquoi cette piste est-elle perdue ?
lost-ask-own = Pourquoi { $number } est-elle perdue ? Répondez avec vos mots ; la piste sera alors perdue.
lost-placeholder = Le motif
lost-price = Trop cher
lost-competitor = Parti ailleurs
lost-no-answer = Sans réponse
lost-not-now = Pas maintenant
lost-not-a-fit = Pas notre métier

converted-ask = Combien vaut cette piste ?
value-ask = Combien vaut { $number } ? Répondez avec le montant ; la piste sera alors convertie.
value-placeholder = 1200 EUR
value-unreadable = Je ne lis pas de montant ici. Répondez avec des chiffres et une devise, par exemple : 1200 ou 1 200,50 EUR
value-ambiguous = On peut lire ici deux montants. Répondez encore une fois sans séparateur, ou avec trois décimales.
value-no-currency = Dans quelle devise ? Répondez par ses trois lettres, par exemple : EUR. Le propriétaire peut fixer la devise habituelle avec /settings.

tags-ask = Touchez une étiquette pour la mettre ou l’enlever.
tags-ask-new = Quelles étiquettes pour { $number } ? Répondez avec une ou plusieurs, séparées par des virgules. Un moins devant une étiquette l’enlève.
tags-placeholder = vip, essai

snooze-ask = Jusqu’à quand ? Elle revient d’elle-même, et tout de suite si le client écrit.
snooze-ask-words = Jusqu’à quand ? Répondez avec vos mots, par exemple : demain 10h, dans 3 jours, lundi
snooze-ask-again = Je n’ai pas trouvé d’heure. Répondez encore une fois, par exemple : demain 10h, dans 2 heures, vendredi 15h30
snooze-placeholder = demain 10h
snooze-done = Hors de la liste jusqu’au { $when }.
snooze-over = De retour dans la liste.
notice-back = { $number } ({ $name }) est de retour dans la liste : sa mise en veille est terminée.

block-ask = Bloquer cette personne ?
block-does = Ici, cela vaut pour tous les canaux : ce qu’elle écrit est gardé sans être montré, personne n’en est averti, les réponses qui attendent encore sont annulées, et aucune ne part. Elle n’en est pas avertie, et on peut revenir en arrière à tout moment.
block-not = Sur le réseau, personne n’est bloqué : Parley ne lui dit rien.
block-at = <b>{ $network } :</b> { $words }
block-at-whatsapp = ses messages arrivent toujours, avec deux coches grises, et ses appels sonnent toujours dans l’application du téléphone, si le numéro en a une. Vous pouvez l’y bloquer aussi.
block-at-instagram = elle peut toujours écrire et voir votre profil. Pour que cela cesse, bloquez-la ou restreignez-la dans Instagram.
block-at-messenger = elle peut toujours écrire à votre Page. Pour que cela cesse, bannissez-la de la Page dans Facebook ou Meta Business Suite.
block-at-telegram = sur Telegram, un bot ne peut bloquer personne : elle peut continuer à lui écrire.
block-at-telegram-business = ses messages se voient toujours dans le Telegram du propriétaire, qui peut l’y bloquer.
block-at-forms = qui a le formulaire peut le remplir de nouveau. C’est gardé, sans être montré non plus.
toast-blocked = Personne bloquée. Ses messages n’alertent plus personne.
toast-unblocked = Vous entendrez de nouveau parler de cette personne.
toast-no-duplicates = Personne d’autre ne semble être la même personne.
send-template-where = Sur quel canal envoyer le modèle ?
failure-contact-blocked = L’équipe a bloqué cette personne : rien n’a été envoyé.

history-tagged = { $by } a mis l’étiquette « { $tag } »
history-untagged = { $by } a enlevé l’étiquette « { $tag } »
history-snoozed = { $by } a mis la piste en veille
history-unsnoozed = { $by } a réveillé la piste
history-merged = { $by } a réuni deux personnes
history-merge-undone = { $by } a défait une réunion
history-blocked = { $by } a bloqué la personne
history-unblocked = { $by } a débloqué la personne

error-contact-blocked = Non envoyé : l’équipe a bloqué cette personne. Débloquez-la d’abord sur la fiche de la piste.
error-currency-unknown = Cette devise n’existe pas ; rien n’a été changé. Écrivez ses trois lettres, comme EUR.
error-lead-closed-for-snooze = La piste #{ $number } est fermée et n’est pas dans la liste ; il n’y a rien à mettre en veille.
error-no-templates = Aucun modèle approuvé ne convient pour cette personne ; il n’y a rien à choisir. /channels les montre.
error-organization-not-found = L’organisation n’est plus là.
error-organization-name = Un nom a de 1 à { $limit } caractères ; rien n’a été changé. Écrivez-en un plus court.
error-snooze-past = Ce moment est déjà passé ; rien n’a été changé. Choisissez-en un plus tardif.
error-snooze-too-far = C’est à plus de { $days } jours ; rien n’a été changé. Choisissez un moment plus proche.
error-tag-not-found = Cette étiquette n’est plus là ; rien n’a été changé. Écrivez-la de nouveau.
error-tag-unreadable = Une étiquette est un mot ou quelques-uns, de { $limit } caractères au plus ; rien n’a été changé. Écrivez-en une plus courte.
error-tags-many = Il y a déjà { $limit } étiquettes ; celle-ci n’a pas été mise. Enlevez-en une d’abord.

command-leads = Pistes ouvertes, toutes ou par étiquette
command-status = Changer le statut d’une piste
command-note = Écrire une note pour l’équipe
command-tag = Mettre des étiquettes sur une piste
command-snooze = Mettre une piste en veille
command-template = Envoyer un modèle approuvé
command-stats = Aujourd’hui et la semaine en chiffres
command-settings = Langue, fuseau horaire, heures calmes
command-privacy = Ce qui est gardé, et comment l’effacer
command-later = { $command } n’existe pas encore. /help montre ce qu’il y a.

note-usage = Écrivez cette commande en réponse sous une piste, ou commencez par son numéro : <code>/note #12 appelé, veut réfléchir</code>
status-usage = Écrivez cette commande en réponse sous une piste, ou commencez par son numéro : <code>/status #12 à relancer</code>
status-unknown = Ce statut n’existe pas ; rien n’a été changé. Il y a : { $known }
tag-usage = Écrivez cette commande en réponse sous une piste, ou commencez par son numéro : <code>/tag #12 vip, essai</code>
snooze-usage = Écrivez cette commande en réponse sous une piste, ou commencez par son numéro : <code>/snooze #12 demain 10h</code>
template-usage = Écrivez cette commande en réponse sous une piste, ou avec son numéro : <code>/template 12</code>

inbox-snoozed = 😴 En veille
inbox-empty-snoozed = Rien n’est en veille.
inbox-empty-tag = Aucune piste ouverte ne porte cette étiquette ici.
inbox-no-tag = Aucune piste ne porte l’étiquette « { $tag } ». /tag sous une piste la met.
inbox-no-tags = Aucune piste n’a encore d’étiquette. /tag sous une piste en met une.
inbox-choose-tag = Quelle étiquette ?

stats-title = En chiffres
stats-today = Aujourd’hui
stats-week = Les 7 derniers jours
stats-waiting = { $count ->
    [0] Personne n’attend de réponse
    [one] Une piste attend une réponse
   *[other] { $count } pistes attendent une réponse
}
stats-opened = Nouvelles : { $count }
stats-answered = Avec réponse : { $count }
stats-first-answer = Première réponse après : { $time } (pour la moitié, plus tôt)
stats-ended = Converties : { $converted } · perdues : { $lost }
stats-about = Parmi les pistes que vous pouvez voir, dans votre fuseau horaire.

settings-title = Réglages
settings-language = Langue : { $language }
settings-organization-language = Langue pour qui n’en a pas choisi : { $language }
settings-organization-zone = Fuseau horaire : { $zone }
settings-currency = Devise habituelle : { $currency }
settings-currency-none = Devise habituelle : aucune
button-language = 🌐 Langue
button-hours = 🕰 Heures calmes
button-organization-name = 🏢 Nom
button-organization-language = 🏢 Langue
button-organization-zone = 🏢 Fuseau horaire
button-organization-currency = 🏢 Devise
organization-ask-name = Comment s’appelle l’entreprise ? Les réponses rapides la nomment ainsi aux clients.
organization-ask-zone = Dans quel fuseau horaire est l’entreprise ? Répondez avec son nom, par exemple <code>Europe/Paris</code> ou <code>Africa/Cairo</code>
organization-ask-currency = Quelle devise vaut quand un montant n’en a pas ? Répondez avec ses trois lettres, par exemple <code>EUR</code> ou <code>MAD</code>
organization-ask-language = Dans quelle langue parler aux membres qui n’en ont pas choisi ?
organization-placeholder = Votre réponse
toast-organization-changed = Changé pour tout le monde.

privacy-title = Vie privée
privacy-you = <b>À votre sujet</b>, nous gardons : votre identifiant Telegram, votre nom et nom d’utilisateur, votre rôle, votre langue, votre fuseau horaire et vos heures calmes, et ce que vous avez fait sur les pistes et quand. Qui quitte l’équipe n’a plus d’accès ; ce qu’il a fait reste dans les historiques.
privacy-customers = <b>Au sujet des clients</b>, nous gardons : ce qu’ils ont écrit et envoyé, leurs noms et adresses sur les réseaux, d’où ils sont venus, et vos réponses, notes et étiquettes. Seule votre équipe voit cela, chacun selon son rôle. Les jetons des réseaux sont gardés chiffrés.
privacy-erasing = <b>Effacer.</b> Quand un client retire un message, ou qu’un réseau exige d’effacer une personne ou un message, cela se fait ici automatiquement, y compris dans les discussions avec ce bot. « Bloquer » cache les messages d’une personne ; cela n’efface rien.
privacy-leading = <b>Pour les propriétaires et les administrateurs.</b> Quand un client vous demande l’effacement, ouvrez la fiche de la piste dans votre discussion privée avec ce bot, puis « Plus » et « Effacer ». On vous montre ce qui disparaît avant que ce soit fait. La liste dont la personne a été importée est votre fichier : effacez-le là où vous le gardez.

help-card = 5️⃣ <b>La fiche.</b> <b>Statut</b> fait avancer une piste et demande pourquoi elle est perdue ou ce qu’elle vaut. <b>Note</b> est pour l’équipe ; les clients ne voient jamais les notes. <b>Rappel</b> vous ramène la piste à temps. Derrière <b>Plus</b> : étiquettes, veille, brouillons, modèles, la personne, le blocage.
help-looking = 2️⃣ <b>Regarder.</b> Vous voyez les pistes avec leur historique. Répondre et changer revient aux autres de l’équipe.
help-below = Les commandes sur une piste s’écrivent en réponse dessous, ou avec son numéro : <code>/note #12 appeler lundi</code>

button-erase = 🗑 Effacer
button-erase-yes = Effacer définitivement
card-erased = Cette personne a été effacée : rien n’est gardé d’elle.
contact-erased-here = Ce qui se trouvait ici a été effacé définitivement.
erase-ask = Effacer définitivement cette personne ?
erase-gone = Disparaîtront le nom, tous les numéros, adresses et noms d’utilisateur, la provenance, les étiquettes, et :
erase-messages = { $count ->
    [0] aucun message
    [one] un message
   *[other] { $count } messages
  }
erase-files = { $count ->
    [one] un fichier
   *[other] { $count } fichiers
  }
erase-notes = { $count ->
    [one] une note
   *[other] { $count } notes
  }
erase-reminders = { $count ->
    [one] un rappel
   *[other] { $count } rappels
  }
erase-stays = { $count ->
    [one] Ce qui reste ne dit rien d’elle : qu’il y a eu une piste, quand, comment elle a fini et qui l’a traitée. Si elle est ouverte, elle compte comme perdue.
   *[other] Ce qui reste ne dit rien d’elle : qu’il y a eu { $count } pistes, quand, comment elles ont fini et qui les a traitées. Celles qui sont ouvertes comptent comme perdues.
  }
erase-elsewhere = Ce que ce bot a montré est corrigé dans chaque discussion. Il n’atteint ni ce que vous avez écrit vous-mêmes dans Telegram, ni les réseaux, ni le téléphone de la personne : effacez-y ce qui doit l’être.
erase-forever = Personne ne peut le faire revenir. Qui écrit de nouveau est une nouvelle personne.
toast-erased = Effacé. Les discussions sont en cours de correction.
notice-contact-erased = { $by } a effacé définitivement la personne de la piste { $number }.
history-erased = { $by } a effacé la personne
