error-lead-with-colleague = Rien n’a été ajouté : un collègue est déjà en contact avec cette personne. Demandez à un responsable de l’équipe de vous confier la piste.
