command-quick = Réponses écrites une fois, envoyées souvent
quick-title = { $count ->
    [0] Réponses rapides
    [one] { $count } réponse rapide
    [many] { $count } de réponses rapides
   *[other] { $count } réponses rapides
}
quick-none = Il n’y a pas encore de réponses rapides. Une réponse rapide s’écrit une fois et s’envoie en deux touches depuis la fiche d’une piste.
quick-none-with = Aucune réponse rapide ne contient ces mots.
quick-no-category = Sans catégorie
quick-choose = Répondre à { $number } { $name } avec :
quick-shared = À toute l’équipe
quick-own = À vous seul
quick-uses = { $count ->
    [0] jamais envoyée
    [one] envoyée une fois
    [many] envoyée { $count } de fois
   *[other] envoyée { $count } fois
}
quick-unknown = Il n’y a pas de variable { $names } ; elle resterait telle quelle. Il y a : { $known }
quick-missing = Personne ne connaît { $names } pour cette piste ; le texte ne peut pas partir tel quel. Modifiez-le d’abord.
quick-sent = Envoyé
quick-cancelled = Annulé ; rien n’a été envoyé.
quick-editing = Modifiez-le ci-dessous ; rien n’est encore parti.
quick-edit-ask = Touchez le texte pour le copier, modifiez-le et envoyez-le en réponse à ce message. Votre réponse part au client.
quick-edit-placeholder = Votre réponse au client
quick-ask-shortcut = Comment doit-elle s’appeler ? Un ou deux mots, par exemple : horaires
quick-ask-body = Que dit-elle ? Elle peut contenir ceci, rempli pour chaque piste : { $known }
quick-ask-category = Dans quelle catégorie la ranger ? Un mot, par exemple : Tarifs. Écrivez - pour aucune.
quick-now = C’est actuellement :
quick-placeholder = Votre réponse
quick-saved = Enregistré.
quick-saved-new = <b>{ $name }</b> est enregistrée : elle est derrière « ⚡️ Réponses » sur la fiche de chaque piste. /quick la montre et la change.
quick-remove-ask = Vraiment supprimer « { $shortcut } » ? Ce qui a été envoyé reste.
quick-removed = Supprimée.
button-quick = ⚡️ Réponses
button-quick-new = ➕ Nouvelle réponse
button-quick-edit = Modifier d’abord
button-quick-body = Changer le texte
button-quick-shortcut = Renommer
button-quick-category = Catégorie
button-quick-remove = Supprimer
button-quick-share = La donner à tous
button-quick-unshare = La garder pour moi
error-quick-reply-shortcut = Ce n’est pas un nom de réponse rapide ; rien n’a été gardé. Prenez un ou deux mots de lettres et de chiffres, 32 caractères au plus.
error-quick-reply-empty = Une réponse rapide a besoin d’un texte ; rien n’a été gardé. Écrivez ce qu’elle doit dire.
error-quick-reply-exists = Il y a déjà une réponse rapide « { $shortcut } » ; rien n’a été gardé. Prenez un autre nom, ou modifiez celle-là avec /quick.
error-quick-reply-many = Il y a déjà { $limit } réponses rapides ; celle-ci n’a pas été gardée. Supprimez-en avec /quick.
error-quick-reply-not-found = Cette réponse rapide n’est plus là ; rien n’a été fait. /quick montre celles qui existent.
error-quick-reply-long = Ce texte a { $length } caractères et peut en avoir { $limit } ; rien n’a été gardé. Raccourcissez-le.
