command-inbox = Qui attend une réponse
command-new = Ajouter une piste à la main
command-lead = Ouvrir une piste par son numéro
command-channels = L’état des canaux
command-team = Qui fait partie de l’équipe
command-invite = Inviter quelqu’un dans l’équipe
command-language = Choisir votre langue
command-help = Comment tout fonctionne
command-cancel = Annuler la question en cours
command-start = Dire bonjour

stranger = Bonjour ! Ce bot est réservé au personnel d’une entreprise. Si vous y travaillez, demandez un lien d’invitation.

greeting = 👋 <b>Bonjour, { $name } !</b> Votre rôle ici : { $role }.
greeting-joined = 🎉 <b>Bienvenue dans l’équipe, { $name } !</b> Votre rôle : { $role }.
greeting-about = Voici votre bureau : les clients écrivent à votre entreprise, chaque personne qui écrit devient une piste, et vous lui répondez ici même.
greeting-answering = <b>Comment répondre :</b> répondez à la fiche d’une piste ou à un message placé dessous (balayez-le, ou maintenez-le et choisissez « Répondre »). Ce que vous écrivez part au client. /help dit le reste.
greeting-viewer = Vous voyez toutes les pistes et leur historique. Répondre revient aux autres membres de l’équipe. /help dit le reste.
greeting-counts = Pistes ouvertes : <b>{ $all }</b>. En attente d’un responsable : <b>{ $unclaimed }</b>. Les vôtres : <b>{ $mine }</b>.

help-title = <b>Comment fonctionne le bureau</b>
help-leads = 1️⃣ <b>Les pistes.</b> Quand quelqu’un écrit pour la première fois, tout le monde reçoit une fiche avec son nom et ses premiers mots. Appuyez sur <b>Prendre</b> pour vous en charger : dès lors, ses messages n’arrivent que chez vous. <b>Rendre</b> la remet à disposition des autres. /inbox montre qui attend une réponse, depuis le plus longtemps d’abord.
help-answering =
    2️⃣ <b>Répondre.</b> Dans le groupe de l’équipe, écrivez simplement dans le sujet de la piste. Ici, répondez à la fiche ou à un message placé dessous. Ce que vous écrivez ici sans répondre à rien ne part chez personne.
    • Texte, photos, vidéos, messages vocaux, fichiers, albums et lieux partent tous au client.
    • Une réponse au message d’un client le cite, et votre réaction lui parvient aussi.
    • Des dernières lignes comme <code>[Oui] [Non]</code> deviennent des boutons pour le client.
    • Un message qui commence par <code>//</code> est une note et reste dans l’équipe.
help-signs = 3️⃣ <b>Les signes sur votre message.</b> 👌 le réseau l’a reçu. 👀 il est arrivé ou a été lu. En cas de problème, on vous dit sous votre message pourquoi et que faire. Un texte modifié après coup change aussi chez le client si le réseau le permet ; sinon, on vous le dit.
help-window = 4️⃣ <b>La fenêtre de réponse.</b> WhatsApp, Instagram et Messenger ne permettent les réponses libres que dans les 24 heures qui suivent le dernier message du client. La fiche montre le temps restant. Ensuite, votre réponse est gardée, et des boutons proposent ce qui marche encore : un modèle, le délai plus long des réponses humaines, ou un autre canal.
help-commands = <b>Commandes</b>
help-leading = 6️⃣ <b>Pour propriétaires et administrateurs.</b> /channels montre l’état de chaque canal, avec les modèles et les formulaires de sites. /import reprend des personnes d’un fichier CSV. /invite crée un lien pour un nouveau collègue. /team permet de retirer quelqu’un ; vous choisissez à qui vont ses pistes ouvertes. /desk donne à l’équipe un groupe où chaque piste est un sujet.

language-choose = Dans quelle langue dois-je vous parler ?
language-chosen = Désormais, je vous parle en français.

lead-ask = Quelle piste ? Répondez avec son numéro, par exemple : 12
lead-placeholder = 12

hint-answering = Ceci n’est parti chez personne. Pour répondre à un client, répondez à la fiche de la piste ou à un message placé dessous (balayez-le, ou maintenez-le et choisissez « Répondre »). /inbox montre qui attend.
hint-command = Cette commande n’existe pas, et rien n’a été envoyé à un client. /help montre celles qui existent.
cannot-send = Rien n’a été envoyé. Les sondages, dés, stories et semblables ne peuvent pas partir aux clients. Envoyez-le comme texte, photo ou fichier.
edited-too-late = Vous avez modifié ce message après son envoi, et ce réseau ne permet pas de modifier ce qui est parti. Le client garde le premier texte ; si la modification compte, envoyez une autre réponse.
edited-for-team = Vous avez changé en note une réponse déjà envoyée. Le client garde le premier texte, et rien n’a été modifié. Pour une note, écrivez un nouveau message.
reaction-not-carried = Ce réseau n’a pas de réactions ; le client ne voit pas la vôtre.
hint-note = Cette note n’appartient à aucune piste et n’a pas été gardée. Écrivez-la en réponse à la fiche de la piste ou à un message placé dessous.
note-without-file = Rien n’a été envoyé, et les notes ne peuvent pas contenir de fichiers. Envoyez le fichier sans « // » pour qu’il parte au client, ou écrivez la note en texte.

press-elsewhere = Ce bouton ne fonctionne que dans votre discussion privée avec le bot.

inbox-mine = Les miennes
inbox-unclaimed = À prendre
inbox-all = Toutes
inbox-total = { $count ->
    [one] { $count } piste ouverte
   *[other] { $count } pistes ouvertes
}
inbox-page = Page { $page } sur { $pages }
inbox-waiting = attend depuis { $since }
inbox-answered = répondu il y a { $since }
inbox-empty-mine = Vous n’avez aucune piste ouverte. Regardez sous « À prendre ».
inbox-empty-unclaimed = Personne n’attend d’être pris en charge. Bravo !
inbox-empty-all = Il n’y a aucune piste ouverte. Les nouvelles apparaissent ici d’elles-mêmes.
inbox-outdated = Cette liste n’est plus à jour : une partie a dû être effacée.

card-ad = 📣 Venu par l’annonce « { $headline } »
card-campaign = 📣 Campagne : { $name }
card-ad-name = 📣 Annonce : { $name }
card-form = 📝 Formulaire : { $name }
card-page = 🌐 Page : { $page }
card-no-channel = 💬 Pas de conversation : cette piste a été ajoutée à la main
card-channel-stopped = ⚠️ Ce canal est arrêté : les réponses attendent qu’il soit rétabli.
card-status = 🔖 Statut : { $status }
card-owner = 🙋 Responsable : { $name }
card-unclaimed = 🙋 Personne n’a encore pris cette piste
card-last-words = Dernier message, { $when } : { $words }
card-window-open = ⏳ Fenêtre de réponse : ouverte jusqu’au { $until } (encore { $left })
card-window-closed = ⌛ Fenêtre de réponse : fermée. Le texte libre sera de nouveau possible quand le client écrira. Répondez quand même pour voir ce qui marche d’ici là.
card-earlier-leads = { $count ->
    [one] 🗂 une piste antérieure
   *[other] 🗂 { $count } pistes antérieures
}
card-notes = { $count ->
    [one] 📝 une note
   *[other] 📝 { $count } notes
}

button-claim = Prendre
button-release = Rendre
button-status = Statut ▸
button-note = Note
button-history = Historique
button-ask-number = Demander le numéro
button-back = ‹ Retour
button-inbox = Ouvrir la liste
button-previous = ‹ Page précédente
button-next = Page suivante ›
button-remove = Retirer { $name }
button-remove-yes = Oui, retirer
button-resume = Reprendre les envois
button-send-template = 📋 Envoyer un modèle
button-send-template-on = Envoyer un modèle par { $network }
button-human-agent = Réponse humaine
button-human-agent-yes = Oui, envoyer
button-elsewhere = Envoyer par { $network }
button-send = Envoyer
button-cancel = Annuler
button-file-link = Créer un lien
button-file-open = Ouvrir le fichier

toast-claimed = La piste est à vous.
toast-released = La piste est libre pour les autres.
toast-status = Statut : { $status }
toast-number-asked = La question du numéro est en route.
toast-removed = Retiré de l’équipe.
toast-resumed = Le canal envoie de nouveau.

note-ask = Écrivez une note sur { $name } ({ $number }) en réponse à ce message. Le client ne la voit pas.
note-placeholder = Votre note
note-kept = 📝 La note est enregistrée. Le client ne la voit pas.
refused-ways = Votre réponse est gardée. Choisissez ci-dessous comment l’envoyer.
refused-sent = C’est en route.
human-agent-about = Meta permet aux entreprises de répondre jusqu’à sept jours après le dernier message du client, si une personne a écrit la réponse pour aider à sa propre question. La publicité et les textes automatiques y sont interdits, et Meta peut restreindre le compte pour cela. Votre réponse est-elle de ce genre ?
send-template-choose = Choisissez un modèle. Vous le voyez en entier avant l’envoi.
send-template-none = Ce canal n’a plus de modèles approuvés.
send-template-title = <b>{ $name }</b> ({ $language })
send-template-ask-body = Répondez à ce message par ce qui doit remplacer { $variable } dans le texte.
send-template-ask-header = Répondez à ce message par ce qui doit remplacer { $variable } dans le titre.
send-template-ask-button = Répondez à ce message par la fin de l’adresse qu’ouvre le bouton { $number }.
send-template-ask-image = Répondez à ce message par la photo du haut du modèle.
send-template-ask-video = Répondez à ce message par la vidéo du haut du modèle.
send-template-ask-document = Répondez à ce message par le document du haut du modèle.
send-template-placeholder = Votre réponse
send-template-preview = Voici ce que lira le client. L’envoyer ?
send-template-sent = Le modèle est en route.
send-template-cancelled = Rien n’a été envoyé.

history-title = Historique de { $number }, { $name }
history-empty = Il ne s’est encore rien passé.
history-shortened = <i>Les lignes plus anciennes sont omises.</i>
history-parley = Parley
history-opened = Piste ouverte
history-said = { $by } : { $words }
history-claimed = { $by } a pris la piste
history-released = { $by } a rendu la piste
history-status = { $by } : { $from } → { $to }
history-other = { $kind }
history-not-delivered = <i>(non remis)</i>
history-unconfirmed = <i>(sans confirmation)</i>

notice-answered = <b>{ $name }</b> a répondu à { $number } :
notice-echoed = <b>Depuis le téléphone ou l’application du réseau</b> à { $name } · { $number }
notice-edited = A modifié un message antérieur. Il dit maintenant :
notice-revoked = A supprimé un message antérieur.
notice-released = <b>{ $by }</b> a rendu { $number } ({ $name }). La piste est à qui la prend.
notice-note = Note de <b>{ $name }</b> sur { $number } :
notice-joined = <b>{ $name }</b> a rejoint l’équipe. Rôle : { $role }.

delivery-failed = Votre réponse à { $name } ({ $number }) n’a pas été remise.
delivery-failed-change = Votre modification d’un message à { $name } ({ $number }) n’est pas arrivée chez le client.
delivery-unconfirmed = Personne ne sait si votre réponse à { $name } ({ $number }) est arrivée : le réseau ne l’a pas dit. Elle n’est pas renvoyée d’elle-même, pour que le client ne la reçoive pas deux fois. Si un signe apparaît sur votre message, elle est arrivée. Sinon, réécrivez-la si la lire deux fois ne gêne pas.
file-too-large = 📎 Le fichier fait { $size } Mo. Telegram en accepte 50 au plus : il ne peut pas être montré ici, et ce bureau n’a pas d’adresse publique où l’ouvrir. Demandez à la personne qui s’occupe du bureau.
file-too-large-link = 📎 Le fichier fait { $size } Mo. Telegram en accepte 50 au plus : il ne peut pas être montré ici.
file-link = { $count ->
    [one] Le lien fonctionne { $count } minute. Quiconque l’a peut ouvrir le fichier.
   *[other] Le lien fonctionne { $count } minutes. Quiconque l’a peut ouvrir le fichier.
}
file-lost = Le fichier n’a pas pu être récupéré auprès du réseau : il est perdu. Demandez au client de le renvoyer.
file-lost-too-large = Le fichier est plus lourd que ce qui est gardé ici. Demandez au client un fichier plus petit ou un lien.
file-lost-gone = Le réseau n’a plus ce fichier. Demandez au client de le renvoyer.
file-lost-refused = Le fichier est venu avec une adresse qui ne mène nulle part sur Internet ; il n’a pas été récupéré. Demandez au client de l’envoyer comme fichier.

channel-stopped = <b>{ $title } s’est arrêté.</b> Les clients peuvent encore écrire, mais les réponses attendent que ce soit rétabli.
channel-stopped-advice = Que faire : rétablissez-le auprès du réseau et appuyez sur « Reprendre les envois ». Si le jeton d’accès a expiré ou a été retiré, appuyez sur « Reconnecter » et donnez-en un nouveau. Ce qui attend part alors dans l’ordre.
channel-resumed = <b>{ $title }</b> envoie de nouveau. Ce qui attendait part maintenant.

invite-choose = Avec quel rôle voulez-vous inviter quelqu’un ?
invite-link = Envoyez ce lien à une seule personne ({ $role }). Il fonctionne une fois, dans un délai de { $left }. La première personne qui l’ouvre rejoint l’équipe.

team-title = { $count ->
    [one] Une personne dans l’équipe
   *[other] { $count } personnes dans l’équipe
}
team-unreachable = a bloqué le bot
remove-ask = Retirer <b>{ $name }</b> de l’équipe ? L’accès prend fin aussitôt.
