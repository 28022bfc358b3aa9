button-more = Plus ▸
button-tags = 🏷 Étiquettes
button-tag-new = ➕ Autre étiquette…
button-snooze = 😴 Mettre en veille
button-wake = Réveiller
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
value-no-currency = Dans quelle devise ? Répondez en la mettant après le montant, par exemple : 1200 EUR. Le propriétaire peut fixer la devise habituelle avec /settings.

tags-ask = Touchez une étiquette pour la mettre ou l’enlever.
tags-ask-new = Quelles étiquettes pour { $number } ? Répondez avec une ou plusieurs, séparées par des virgules. Un moins devant une étiquette l’enlève.
tags-placeholder = vip, essai

snooze-ask = Jusqu’à quand ? Elle revient d’elle-même, et tout de suite si le client écrit.
snooze-ask-words = Jusqu’à quand ? Répondez avec vos mots, par exemple : demain 10h, dans 3 jours, lundi
snooze-ask-again = Je n’ai pas trouvé d’heure. Répondez encore une fois, par exemple : demain 10h, dans 2 heures, vendredi 15h30
snooze-placeholder = demain 10h
snooze-done = Hors de la liste jusqu’au { $when }.
snooze-over = De retour dans la liste.

block-ask = Bloquer cette personne ? Ce qu’elle écrit est gardé sans être montré, personne n’en est averti, et aucune réponse ne part. On peut revenir en arrière à tout moment.
toast-blocked = Personne bloquée. Nul n’est averti de ses messages.
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

error-contact-blocked = Pas envoyé : l’équipe a bloqué cette personne. Débloquez-la d’abord sur la fiche de la piste.
error-currency-unknown = Cette devise n’existe pas ; rien n’a été changé. Écrivez ses trois lettres, comme EUR.
error-lead-closed-for-snooze = La piste #{ $number } est close et n’est pas dans la liste ; il n’y a rien à mettre en veille.
error-no-templates = Aucun modèle approuvé ne convient pour cette personne ; il n’y a rien à choisir. /channels les montre.
error-organization-not-found = L’organisation n’est plus là.
error-organization-name = Un nom a de 1 à { $limit } caractères ; rien n’a été changé. Écrivez-en un plus court.
error-snooze-past = Ce moment est déjà passé ; rien n’a été changé. Choisissez-en un plus tardif.
error-snooze-too-far = C’est à plus de { $days } jours ; rien n’a été changé. Choisissez un moment plus proche.
error-tag-not-found = Cette étiquette n’est plus là ; rien n’a été changé. Écrivez-la de nouveau.
error-tag-unreadable = Une étiquette est un mot ou quelques-uns, de { $limit } caractères au plus ; rien n’a été changé. Écrivez-en une plus courte.
error-tags-many = Il y a déjà { $limit } étiquettes ; celle-ci n’a pas été mise. Enlevez-en une d’abord.
