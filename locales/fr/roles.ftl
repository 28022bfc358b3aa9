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
