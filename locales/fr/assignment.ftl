command-assign = Confier une piste à un collègue
button-assign = Confier
assign-whom = À qui confier { $name } ({ $number }) ?
assign-nobody = Personne d’autre dans l’équipe ne peut prendre { $name } ({ $number }).
assign-signs = 🟢 présent · 🟡 en service · ☕ en pause · 🌙 hors service · 🚫 a bloqué le bot. Le nombre indique combien de pistes ouvertes chacun a.
assign-usage = Écrivez <code>/assign @karim</code> en réponse sous une piste, ou commencez par son numéro : <code>/assign #12 @karim</code>.
assign-done = <b>{ $owner }</b> s’occupe désormais de { $name } ({ $number }).
toast-assigned = La piste est confiée.
history-assigned = { $by } a confié la piste à { $owner }
notice-assigned = <b>{ $by }</b> vous a confié { $number } ({ $name }). Ce que le client écrit vous parvient désormais.
notice-assigned-by-rule = { $number } ({ $name }) est à vous : elle vous a été confiée automatiquement. Ce que le client écrit vous parvient désormais.
notice-assigned-away = <b>{ $owner }</b> s’occupe désormais de { $number } ({ $name }).
notice-absence-away = Le client de { $number } ({ $name }) a attendu trop longtemps une réponse : <b>{ $owner }</b> s’en occupe désormais.
notice-shift-away = Votre service est terminé et le client de { $number } ({ $name }) attend : <b>{ $owner }</b> s’en occupe désormais.

error-assignee-unfit = Ce collègue a quitté l’équipe ou ne traite pas de pistes. Choisissez-en un autre.
error-rule-unfit = Le canal, l’équipe ou la personne choisie n’existe plus. Rouvrez les règles.
error-rule-not-found = Cette règle n’existe plus. Rouvrez les règles.
error-rule-needs-somebody = Une règle doit confier les pistes à quelqu’un. Choisissez d’abord une autre personne ou une équipe, ou supprimez la règle.
error-too-many-rules = Il peut y avoir { $limit } règles au plus. Supprimez-en une qui ne sert plus.
error-too-many-holidays = Il peut y avoir { $limit } jours de fermeture au plus. Retirez-en qui sont passés.
error-hours-unreadable = Je n’ai pas pu lire ces horaires. Écrivez-les par exemple ainsi : 09:00–12:30, 14:00–18:00.
error-day-unreadable = Je n’ai pas pu lire ce jour. Écrivez-le par exemple ainsi : 2026-12-25.

command-shift = Commencer, interrompre ou finir mon service
command-assignment = Qui reçoit quelle piste ; horaires
job-assignment = Attribution des pistes

notice-absence-free = Le client de { $number } ({ $name }) a attendu trop longtemps une réponse : la piste est de nouveau libre. Le premier qui la prend l’a.
notice-shift-free = Votre service est terminé et le client de { $number } ({ $name }) attend : la piste est de nouveau libre. Le premier qui la prend l’a.
notice-given-many = { $count ->
    [one] Une piste vous est arrivée en une minute.
   *[other] { $count } pistes vous sont arrivées en une minute.
} Ce que leurs clients écrivent vous parvient désormais.
notice-taken-many = { $count ->
    [one] Une de vos pistes est passée à quelqu’un d’autre ou est de nouveau libre.
   *[other] { $count } de vos pistes sont passées à quelqu’un d’autre ou sont de nouveau libres.
}
notice-unanswered = { $count ->
    [one] Une personne n’a pas répondu au client de { $number } ({ $name }).
   *[other] { $count } personnes de suite n’ont pas répondu au client de { $number } ({ $name }).
  } La piste n’est plus confiée automatiquement : prenez-la ou confiez-la à quelqu’un.
notice-absence-waits = Le client de { $number } ({ $name }) a attendu <b>{ $by }</b> trop longtemps. Le premier qui prend la piste l’a.
notice-shift-waits = Le service de <b>{ $by }</b> est terminé et le client de { $number } ({ $name }) attend. Le premier qui prend la piste l’a.

shift-on = 🟢 Vous êtes en service
shift-break = ☕ Vous êtes en pause
shift-off = 🌙 Votre service est terminé
shift-by-hours = Cela suit les horaires d’ouverture.
shift-waiting = { $count ->
    [one] { $count } de vos clients attend une réponse.
   *[other] { $count } de vos clients attendent une réponse.
}
shift-about = Pendant une pause ou hors service, aucune nouvelle piste ne vous est confiée. Ce que vos clients écrivent vous parvient toujours.
shift-usage = Écrivez <code>/shift on</code>, <code>/shift break</code> ou <code>/shift off</code> ; avec <code>/shift hours</code>, votre service suit les horaires d’ouverture.
button-shift-on = En service
button-shift-break = Pause
button-shift-off = Terminé
button-shift-hours = 🕘 Selon les horaires
toast-shift = Votre service est réglé.
toast-kept = Enregistré.

assignment-title = Qui reçoit quelle piste
assignment-claim = Les nouvelles pistes sont au premier qui les prend.
assignment-turn = Les nouvelles pistes vont à chacun à tour de rôle.
assignment-load = Les nouvelles pistes vont à qui a le moins de pistes ouvertes.
assignment-rules = { $count ->
    [0] Vous n’avez pas de règles.
    [one] { $count } règle passe d’abord.
   *[other] { $count } règles passent d’abord.
}
assignment-limit = { $count ->
    [one] Au plus { $count } piste ouverte par personne.
   *[other] Au plus { $count } pistes ouvertes par personne.
}
assignment-no-limit = Pas de limite au nombre de pistes par personne.
assignment-absence = { $count ->
    [one] Un client qui attend une réponse { $count } minute reçoit quelqu’un d’autre.
   *[other] Un client qui attend une réponse { $count } minutes reçoit quelqu’un d’autre.
}
assignment-no-absence = Une piste reste à son responsable, quelle que soit l’attente du client.
assignment-shift-goes = Quand un service se termine, les clients qui attendent vont à quelqu’un d’autre.
assignment-shift-stays = Quand un service se termine, les pistes restent où elles sont.
assignment-waiting = { $count ->
    [one] { $count } piste attend que quelqu’un soit disponible.
   *[other] { $count } pistes attendent que quelqu’un soit disponible.
}
assignment-about = Les pistes ne sont confiées qu’aux personnes en service (/shift) et sous leur limite. L’attente compte pendant les horaires d’ouverture. ⏳ fixe après combien de minutes un client qui attend reçoit quelqu’un d’autre.
button-method-claim = Au premier
button-method-turn = Tour de rôle
button-method-load = Selon la charge
button-rules = 📋 Règles
button-limits = ⚖️ Limites
minutes-short = { $count } min
button-absence-off = Jamais
button-shift-returns = 🌙 Transmettre en fin de service
button-office-hours = 🕘 Horaires d’ouverture

limits-title = Nombre maximal de pistes ouvertes par personne
limits-about = La première ligne vaut pour tous. Touchez un nom pour lui donner sa propre limite (📌). Les pistes confiées à la main ne sont pas limitées.
limit-of = <b>{ $name }</b> : { $count } sur { $limit } pistes ouvertes au plus.
limit-none-of = { $count ->
    [one] <b>{ $name }</b> a { $count } piste ouverte, sans limite.
   *[other] <b>{ $name }</b> a { $count } pistes ouvertes, sans limite.
}
button-limit-common = Comme pour tous

rules-title = Règles
rules-about = La première règle qui convient à une piste décide. Touchez une règle pour la modifier, la déplacer ou la supprimer.
rules-none = Il n’y a pas encore de règles. Une règle confie les pistes d’un canal, d’une source, d’une langue ou d’une équipe aux personnes que vous choisissez.
button-rule-new = ➕ Nouvelle règle
rule-title = Règle { $number }
rule-for = Pour : { $about }
rule-to = Va à : { $target }
rule-choose-people = Touchez une équipe ou des personnes pour choisir qui reçoit ces pistes. « Tour de rôle » et « Selon la charge » disent qui est le suivant.
rule-source = source { $source }
rule-served-by = suivi auparavant par { $team }
rule-everything = toutes les pistes
rule-team = équipe { $team }
rule-nobody-left = personne (tous sont partis)
button-rule-about = 🔎 À quoi elle s’applique
rule-ask-kind = À quoi s’applique la nouvelle règle ?
rule-ask-kind-more = À quoi s’applique la règle ? Votre choix s’ajoute à ce qu’elle a déjà ; « Toutes les pistes » l’efface.
button-kind-channel = Canal
button-kind-source = Source
button-kind-language = Langue
button-kind-team = Équipe d’avant
button-kind-any = Toutes les pistes
rule-ask-value = Lequel ?
rule-no-values = Il n’y a encore rien de ce genre.
rule-ask-target = Qui reçoit ces pistes : { $about } ? Vous pourrez ajouter d’autres personnes ensuite.
toast-rule-removed = La règle est supprimée.

office-title = Horaires d’ouverture
office-not-set = Aucun horaire n’est fixé : l’entreprise compte comme toujours ouverte.
office-day = { $day } : { $hours }
office-closed = fermé
office-all-day = toute la journée
office-workdays = Du lundi au vendredi
office-all-days = Tous les jours
office-open-now = 🟢 Ouvert en ce moment
office-closed-now = 🌙 Fermé en ce moment
office-zone = Fuseau horaire : { $zone }
office-holidays = { $count ->
    [0] Aucun jour de fermeture à venir
    [one] { $count } jour de fermeture à venir
   *[other] { $count } jours de fermeture à venir
}
office-about = Qui n’a pas utilisé /shift est en service pendant les horaires d’ouverture.
office-ask-day = Quand êtes-vous ouverts ?
button-holidays = 🎉 Jours de fermeture
button-other-hours = Autres horaires…
office-ask-hours = Quand êtes-vous ouverts ({ $days }) ? Répondez avec les horaires, par exemple : 09:00–12:30, 14:00–18:00
office-placeholder = 09:00–17:30
office-ask-zone = Dans quel fuseau horaire est votre entreprise ? Répondez avec son nom, par exemple <code>Europe/Paris</code> ou <code>Africa/Cairo</code>.
holidays-title = Jours de fermeture
holidays-about = Ces jours-là, l’entreprise est fermée. Touchez un jour pour le retirer.
holidays-none = Aucun jour de fermeture n’est fixé.
button-holiday-add = ➕ Ajouter un jour
holiday-ask = Quel jour êtes-vous fermés ? Répondez par exemple : 25 décembre, ou 2026-12-25
holiday-placeholder = 25 décembre
