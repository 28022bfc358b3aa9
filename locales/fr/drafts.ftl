command-draft = Préparer une réponse, à envoyer plus tard
card-draft = ✍️ Un brouillon de { $name } attend
button-draft = ✍️ Brouillon
button-draft-send-anyway = Envoyer quand même
button-draft-edit = Modifier
button-draft-drop = Jeter
draft-title = Brouillon pour { $name } ({ $number })
draft-by = De { $author }, { $when } (il y a { $age })
draft-by-edited = De { $author }, modifié par { $editor }, { $when } (il y a { $age })
draft-since = { $count ->
    [one] Un message a été écrit depuis :
    [many] { $count } de messages ont été écrits depuis. Les derniers :
   *[other] { $count } messages ont été écrits depuis. Les derniers :
}
draft-look = Le brouillon convient-il encore ? Alors envoyez-le quand même, ou modifiez-le.
draft-changed = La conversation a changé depuis que ceci a été écrit. Relisez-la avant d’envoyer.
draft-sent = Envoyé par { $name }.
draft-thrown = Jeté par { $name }. Le client n’en a rien vu.
draft-replaced = Un autre brouillon a pris sa place.
draft-kept = Gardé. Le client ne voit rien tant que personne n’appuie sur « Envoyer ».
draft-kept-instead = Gardé, à la place du brouillon de { $name }. Le client ne voit rien tant que personne n’appuie sur « Envoyer ».
draft-none = Il n’y a pas encore de brouillon. Pour en écrire un, répondez à la fiche avec /draft et le texte. Quelqu’un l’enverra plus tard.
draft-none-yet = Il n’y a pas encore de brouillon pour cette piste.
draft-ask = Écrivez le brouillon pour { $name } ({ $number }) en réponse à ce message. Le client ne voit rien tant que personne ne l’envoie.
draft-edit-ask = Touchez le texte pour le copier, modifiez-le et envoyez-le en réponse à ce message. Le client ne voit rien tant que personne n’appuie sur « Envoyer ».
draft-placeholder = Le brouillon
draft-usage = Écrivez-le en réponse sous une piste, ou commencez par son numéro : /draft #12 Nous ouvrons à 7 h
draft-toast-sent = C’est en route.
draft-toast-thrown = Jeté.
history-draft-written = { $by } a préparé une réponse
history-draft-edited = { $by } a modifié la réponse préparée
history-draft-sent = { $by } a envoyé la réponse préparée
history-draft-discarded = { $by } a jeté la réponse préparée
permission-leads-draft = Préparer des réponses (brouillons)
error-draft-not-found = Ce brouillon n’est plus là ; rien n’a été fait. « Brouillon » sur la fiche de la piste montre celui qui attend.
error-draft-sent = Rien n’a été fait : { $name } a déjà envoyé ce brouillon. Il est parti une seule fois.
error-draft-discarded = Rien n’a été fait : { $name } a jeté ce brouillon.
error-draft-replaced = Rien n’a été fait : un autre brouillon a pris la place de celui-ci. « Brouillon » sur la fiche de la piste le montre.
error-draft-changed = Rien n’a été fait : { $name } a modifié ce brouillon entre-temps. Lisez d’abord le nouveau texte.
error-draft-conversation-changed = Pas envoyé : la conversation a continué depuis. Relisez le brouillon, puis envoyez-le quand même ou modifiez-le.
error-draft-of-other = { $name } a déjà préparé une réponse ; la vôtre n’a pas été gardée. Qui répond aux clients peut modifier ou envoyer celle-là.
error-draft-for-erased = Pas gardé : cette personne a été effacée, il n’y a personne à qui répondre.
error-draft-too-long = Le brouillon a { $length } caractères et peut en avoir { $limit } ; il n’a pas été gardé. Raccourcissez-le.
