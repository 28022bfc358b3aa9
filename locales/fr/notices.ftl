command-notices = Ce qui vous est annoncé, et comment
button-notices = 🔔 Annonces
button-lead-topic = Ouvrir le sujet
notice-mention = { $name } vous nomme dans une note sur <b>{ $lead }</b> ({ $number }) :
notices-title = Ce qui vous est annoncé
notices-about = Touchez une ligne pour la changer. Rien ne se perd : ce qui est laissé de côté est dans /inbox, et votre résumé du matin le compte.
notices-quiet-about = Pendant vos heures calmes, en pause et hors service, tout arrive sans son, sauf ce que vous laissez sonner.
notice-kind-new = Nouvelles pistes
notice-kind-free = Messages des pistes libres
notice-kind-own = Mes pistes
notice-kind-colleagues = Ce que font les collègues
notice-kind-mentions = Notes qui me nomment
notice-manner-ring = son
notice-manner-silent = silence
notice-manner-digest = groupé
notice-manner-off = rien
notice-urgent-own = Mes pistes sonnent quand même
notice-urgent-mentions = Mon nom sonne quand même
notice-gather-hourly = Groupé : chaque heure
notice-gather-morning = Groupé : le matin
notice-place-private = Ce qui me concerne : ici
notice-place-group = Ce qui me concerne : au groupe
notice-preset-everything = Tout
notice-preset-mine = Mes pistes seulement
notice-preset-mentions = Mon nom seulement
toast-notice-set = { $kind } : { $manner }
gathered-title = { $count ->
    [one] Du nouveau pour { $count } piste
   *[other] Du nouveau pour { $count } pistes
}
gathered-new = nouvelle
gathered-free = { $count ->
    [one] { $count } message
   *[other] { $count } messages
}
gathered-own = { $count ->
    [one] { $count } message
   *[other] { $count } messages
}
gathered-colleagues = { $count ->
    [one] { $count } action de collègues
   *[other] { $count } actions de collègues
}
gathered-mentions = vous nomme
gathered-more = { $count ->
    [one] et { $count } autre dans /inbox
   *[other] et { $count } autres dans /inbox
}
digest-left-out = { $count ->
    [one] { $count } piste avait du nouveau que vous laissez de côté. Elle est dans /inbox.
   *[other] { $count } pistes avaient du nouveau que vous laissez de côté. Elles sont dans /inbox.
}
error-notice-manner-refused = Ceci vous est toujours montré : choisissez avec ou sans son.
job-notices = Annonces groupées
