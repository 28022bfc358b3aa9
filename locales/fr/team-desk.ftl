error-desk-of-another = Ce groupe est le bureau d’une autre organisation. Choisissez un groupe de votre équipe.
error-desk-none = Il n’y a pas encore de groupe. Envoyez /desk pour en choisir un.

command-desk = Le groupe de l’équipe, où chaque piste est un sujet

desk-ask = 👥 <b>Un groupe pour l’équipe.</b> Chaque piste y devient un sujet, et ce que l’équipe écrit dans un sujet part au client.

    Appuyez sur le bouton ci-dessous et choisissez un groupe avec des sujets, ou créez-en un. J’y deviens administrateur avec le droit de gérer les sujets, d’épingler et de supprimer des messages, rien d’autre.

    Sans groupe, tout reste comme avant : vous travaillez ici, dans vos discussions privées avec moi.
desk-chosen = <b>{ $name }</b> est choisi. J’y prépare l’accueil, et les nouvelles pistes y auront un sujet. /desk montre comment vous y travaillez.
desk-not-yet = <b>Ce groupe n’est pas encore prêt.</b>
desk-lack-removed = Je ne suis pas dans le groupe, ou je ne le vois pas. Ajoutez-moi et nommez-moi administrateur avec le droit de gérer les sujets, d’épingler et de supprimer des messages. Appuyez ensuite sur « Vérifier ».
desk-lack-no-forum = Le groupe n’a pas de sujets. Ouvrez les réglages du groupe, activez <b>Sujets</b>, puis appuyez sur « Vérifier ».
desk-lack-no-rights = Il me manque un droit. Ouvrez les réglages du groupe, choisissez <b>Administrateurs</b>, puis moi, et autorisez : <b>gérer les sujets</b>, <b>épingler des messages</b>, <b>supprimer des messages</b>. Appuyez ensuite sur « Vérifier ».
desk-lack-not-admin = Vous n’êtes pas administrateur de ce groupe. Demandez à l’un de ses administrateurs, ou choisissez un groupe à vous.
desk-lack-other = Telegram répond :
desk-works = Le groupe fonctionne.
desk-broken = <b>Le groupe ne fonctionne pas.</b> Les nouvelles arrivent en privé jusqu’à ce qu’il fonctionne.
desk-plane-group = <b>Votre façon de travailler :</b> tout dans le groupe. Chaque piste a un sujet, l’équipe y répond. Telegram permet 20 messages par minute dans un groupe, pour toutes les pistes ensemble.
desk-plane-lobby = <b>Votre façon de travailler :</b> les pistes se prennent à l’accueil du groupe et se traitent dans la discussion privée de celui qui les a prises. Chacun ne voit que les siennes, et personne n’attend le groupe.
desk-leave-ask = L’équipe doit-elle travailler sans ce groupe ? Les pistes ouvertes arriveront alors en privé. Les sujets restent dans le groupe tels quels.
desk-left = Le groupe n’est plus le bureau de l’équipe.
desk-anonymous = Rien n’a été envoyé : vous écrivez anonymement, on ne sait donc pas qui répond. Désactivez « Rester anonyme » pour vous dans les administrateurs du groupe, puis écrivez-le à nouveau.
desk-removed = Rien n’a été envoyé : vous ne faites plus partie de l’équipe. Un propriétaire peut vous inviter à nouveau.
desk-outsider = Bonjour ! Seuls les membres de l’équipe peuvent répondre aux clients ici. Si vous devez en être, demandez une invitation à un propriétaire.

button-desk-choose = 👥 Choisir le groupe
button-desk-group = Tout dans le groupe
button-desk-lobby = Prendre à l’accueil, répondre en privé
button-desk-check = 🔄 Vérifier
button-desk-other = Un autre groupe
button-desk-leave = Quitter le groupe
button-desk-leave-yes = Oui, sans le groupe
toast-desk-works = Le groupe a tout ce qu’il faut.
toast-desk-lacks = Il manque encore quelque chose.

notice-desk-connected = <b>{ $name }</b> est maintenant le bureau de l’équipe. Les nouvelles pistes y ont un sujet. /desk montre comment vous y travaillez.
notice-desk-broken = <b>Je ne peux plus utiliser le groupe de l’équipe.</b>
notice-desk-meanwhile = Rien n’est perdu : tant que le groupe ne fonctionne pas, tout arrive en privé, aussi ce qui attendait le groupe.
notice-desk-mended = <b>{ $name }</b> fonctionne à nouveau. Ce qui attendait y est affiché maintenant.
notice-desk-moved = Telegram a transformé <b>{ $name }</b> en un autre type de groupe. Je l’ai suivi : les pistes y retrouvent leur sujet et leur fiche dès qu’il se passe quelque chose. Rien n’est perdu et vous n’avez rien à faire.
notice-desk-left = L’équipe travaille maintenant sans groupe : les pistes arrivent en privé.

lobby-name = 🛎 Accueil
lobby-welcome = 🛎 <b>Les nouvelles pistes arrivent ici.</b> Appuyez sur « Prendre » pour en prendre une ; le premier l’emporte. Répondez ensuite dans le sujet de la piste ou, si l’équipe travaille ainsi, dans votre discussion privée avec moi. Un message qui commence par <code>//</code> reste dans l’équipe. Fermer un sujet range la piste jusqu’à ce que le client écrive à nouveau.
lobby-free = Personne ne l’a encore prise.
lobby-claimed = Prise par { $name }.
button-claim-lead = ✋ Prendre { $name }
button-topic = 💬 { $name }
folded-leads = { $count ->
    [one] { $count } piste à prendre
   *[other] { $count } pistes à prendre, réunies car elles arrivent en nombre
}
folded-messages = { $count ->
    [one] { $count } message
   *[other] { $count } messages, réunis car ils arrivent en nombre
}

card-handled = ✔️ Traitée, jusqu’à ce que le client écrive à nouveau
history-handled = { $by } a rangé la piste comme traitée
history-resumed = { $by } a repris la piste
button-next-lead = ⏭ Suivante
next-none = 🎉 Personne n’attend de réponse.
button-handled = ✔️ Traitée
button-resume-lead = ↩️ Reprendre
toast-handled = Rangée jusqu’à ce que le client écrive à nouveau.
toast-wrote-meanwhile = Le client vient d’écrire à nouveau : lisez d’abord son message. La piste reste dans la liste.
toast-resumed-lead = La piste est de retour dans la liste.

settings-lead-topics-off = Vos pistes : toutes dans cette discussion
settings-lead-topics-on = Vos pistes : chacune dans un sujet de cette discussion, créé à sa prochaine nouveauté. Ce que vous y écrivez part au client.
settings-lead-topics-refused = Vos pistes : toutes dans cette discussion, car Telegram n’a pas créé de sujets quand vous en vouliez
button-lead-topics-on = 🗂 Un sujet pour chaque piste
button-lead-topics-off = 🗂 Tout dans cette discussion
toast-lead-topics-on = La prochaine nouveauté de chacune de vos pistes ouvrira son sujet.
toast-lead-topics-off = Désormais, tout arrive directement dans cette discussion.
error-lead-topics-not-offered = Telegram ne crée pas de sujets dans cette discussion : rien n’a été changé. Le propriétaire du bot peut activer « Threaded Mode » dans @BotFather.
notice-topics-refused = <b>Vos pistes arrivent à nouveau directement dans cette discussion,</b> car Telegram n’y crée pas de sujets en ce moment. Rien n’est perdu : ce qui attendait un sujet suit. Vos sujets restent comme ils sont. /settings permet de les réactiver.
