error-lead-with-colleague = Rien n’a été ajouté : un collègue est déjà en contact avec cette personne. Demandez à un responsable de l’équipe de vous confier la piste.
error-last-owner = Rien n’a été modifié : c’est le seul propriétaire, et il en faut un. Nommez d’abord un autre propriétaire.
error-name-length = Rien n’a été enregistré : un nom compte de 1 à { $limit } caractères. Écrivez-en un plus court.
error-role-exists = Rien n’a été enregistré : il existe déjà un rôle « { $name } ». Choisissez un autre nom.
error-role-in-use = Rôle non supprimé : { $count ->
    [one] une personne l’a encore. Donnez-lui d’abord un autre rôle dans /team.
   *[other] { $count } personnes l’ont encore. Donnez-leur d’abord un autre rôle dans /team.
  }
error-role-many = Rien n’a été enregistré : { $limit } rôles au plus. Supprimez d’abord un rôle que personne n’a.
error-role-needs-all = Rien n’a été enregistré : qui gère l’équipe voit toutes les pistes. Retirez d’abord « Gérer l’équipe », ou laissez le rôle voir toutes les pistes.
error-role-not-found = Ce rôle n’existe plus ici ; rien n’a été fait. Rouvrez /team.
error-role-of-oneself = Rien n’a été modifié : personne ne change ses propres droits. Demandez à un propriétaire ou à un autre administrateur.
error-team-many = Rien n’a été enregistré : { $limit } équipes au plus. Utilisez l’une de celles qui existent.
error-team-not-found = Cette équipe n’existe plus ici ; rien n’a été fait. Rouvrez /team.
lead-out-of-sight = La piste { $number } ne vous est plus affichée.
button-keep-quick-replies = Garder ses réponses rapides
button-new-role = ➕ Nouveau rôle
button-new-team = ➕ Nouvelle équipe
button-no-team = Aucune équipe
button-remove-to-all = Les laisser à prendre
button-role = Rôle
button-role-delete = Supprimer
button-role-leads-stay = Les laisser où elles sont
button-role-rename = Renommer
button-roles = Rôles
button-team = Équipe
demote-ask = <b>{ $name }</b> reçoit le rôle { $role } et ne traite plus de pistes.
demote-whom = À qui vont les pistes, avec les rappels ? Votre choix change le rôle.
member-choose-role = Quel rôle pour <b>{ $name }</b> ?
member-choose-team = Dans quelle équipe est <b>{ $name }</b> ?
member-no-team = Dans aucune équipe
member-role = Rôle : { $role }
member-team = Équipe : { $team }
notice-freed = { $count ->
    [one] Une piste d’un collègue est libre maintenant.
   *[other] { $count } pistes d’un collègue sont libres maintenant.
  } Le premier qui en prend une l’a.
notice-role-changed = { $by } vous a donné un autre rôle : <b>{ $role }</b>. Il vaut dès maintenant.
notice-taken-over = { $by } vous a confié { $count ->
    [one] une piste
   *[other] { $count } pistes
  } d’un collègue. Elles sont dans /inbox.
permission-channels-manage = Gérer les canaux
permission-contacts-erase = Effacer définitivement des personnes
permission-contacts-merge = Fusionner des contacts
permission-jobs-view = Voir les tâches planifiées
permission-leads-assign = Confier des pistes à des collègues
permission-leads-import = Importer des listes
permission-leads-read = Voir les pistes
permission-leads-release-others = Reprendre des pistes
permission-leads-work = Traiter les pistes
permission-phones-see = Voir téléphones et e-mails
permission-quick-replies-share = Écrire des réponses partagées
permission-reminders-others = Modifier les rappels des autres
permission-reports-see = Voir les rapports
permission-team-manage = Gérer l’équipe
remove-leads = { $count ->
    [0] Aucune piste ouverte
    [one] Une piste ouverte
   *[other] { $count } pistes ouvertes
  }
remove-quick-replies = { $count ->
    [one] Une réponse rapide personnelle
   *[other] { $count } réponses rapides personnelles
  }
remove-reminders = { $count ->
    [0] Aucun rappel
    [one] Un rappel
   *[other] { $count } rappels
  }
remove-whom = À qui vont les pistes, avec les rappels ? Votre choix retire la personne.
role-ask-name = Comment s’appelle le rôle ? Répondez à ce message.
role-hint = Touchez pour modifier. Cela vaut aussitôt pour tous ceux qui ont ce rôle.
role-narrow-ask = Sans ce droit, les personnes qui ont ce rôle ne traitent plus de pistes. Elles ont en ce moment :
role-members = { $count ->
    [0] personne ne l’a
    [one] une personne l’a
   *[other] { $count } personnes l’ont
  }
role-name-placeholder = Nom du rôle
roles-about = En plus de propriétaire, administrateur, agent et observateur, créez vos propres rôles : ce qu’ils permettent et quelles pistes ils montrent. Donnez-les dans /team, ou invitez avec /invite.
roles-title = Vos propres rôles
scope-all = Toutes les pistes
scope-own = Ses pistes
scope-team = Pistes de l’équipe
scope-unclaimed = Et les pistes que personne n’a
team-ask-name = Comment s’appelle l’équipe de <b>{ $name }</b> ? Répondez à ce message.
team-name-placeholder = Nom de l’équipe
toast-role-changed = Rôle modifié.
toast-role-deleted = Rôle supprimé.
