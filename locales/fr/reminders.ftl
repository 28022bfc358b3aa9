command-remind = Me rappeler une piste, ou voir mes rappels
command-digest = Résumés, heures calmes, fuseau horaire
command-jobs = Ce qui tourne à heures fixes

button-remind = Rappel
button-in-an-hour = Dans une heure
button-this-evening = Ce soir
button-tomorrow = Demain 09:00
button-next-week = La semaine prochaine
button-remind-other = Autre…
button-remind-whom = Un collègue…
button-reminder-done = ✅ Fait
button-reminder-cancel = Annuler
button-open-lead = Ouvrir

remind-when = Quand dois-je vous rappeler <b>{ $name }</b> ({ $number }) ?
remind-when-for = Quand dois-je rappeler <b>{ $name }</b> ({ $number }) à { $whom } ?
remind-whom = À qui faut-il le rappeler ?
remind-ask = Quand, et quoi ? Répondez avec vos mots, par exemple : demain 10h rappeler
remind-ask-again = Je n’y trouve pas d’heure. Répondez encore une fois, par exemple : demain 10h, dans 2 heures, vendredi 15h30, tous les lundis 9h
remind-placeholder = demain 10h rappeler
remind-usage = Écrivez <code>/remind demain 10h rappeler</code> en réponse sous une piste, ou commencez par son numéro : <code>/remind #12 demain 10h</code>. Avec <code>@karim</code> devant, c’est un collègue qui reçoit le rappel.
remind-nobody = Personne dans l’équipe, ou plusieurs, ne s’appelle { $name }. Écrivez le nom d’utilisateur, ou davantage du nom.
reminder-set = Je vous le rappellerai : <b>{ $when }</b>.
reminder-set-for = Je le rappellerai à { $name } : <b>{ $when }</b>.
reminder-set-change = Répondez avec une autre heure pour le déplacer.
toast-reminder-set = Le rappel est noté.
reminder-due = <b>Rappel</b>
reminder-due-by = De la part de { $name }
reminder-due-instead = C’était pour { $name }.
reminder-done = C’est fait.
reminder-snoozed = Je vous le rappellerai : { $when }.
reminder-cancelled = Annulé : il ne viendra pas.
reminders-none = Vous n’avez aucun rappel. Appuyez sur « Rappel » sur la fiche d’une piste, ou écrivez /remind sous un de ses messages.
reminders-title = { $count ->
    [one] { $count } rappel
   *[other] { $count } rappels
}
repeat-none = Ne pas répéter
repeat-daily = Chaque jour
repeat-weekly = Chaque semaine
repeat-monthly = Chaque mois
history-reminder-added = { $by } a noté un rappel
history-reminder-snoozed = { $by } a reporté un rappel
history-reminder-moved = { $by } a modifié un rappel
history-reminder-done = { $by } a fait ce qu’un rappel demandait
history-reminder-cancelled = { $by } a annulé un rappel

digest-morning = Votre matinée
digest-evening = La journée
digest-opened = Nouvelles pistes : { $count }
digest-answered = Pistes qui ont eu une réponse : { $count }
digest-converted = Converties : { $count }
digest-lost = Perdues : { $count }
digest-waiting-own = { $count ->
    [one] { $count } de vos pistes attend une réponse :
   *[other] { $count } de vos pistes attendent une réponse, depuis le plus longtemps d’abord :
}
digest-waiting-all = { $count ->
    [one] { $count } piste attend une réponse :
   *[other] { $count } pistes attendent une réponse, depuis le plus longtemps d’abord :
}
digest-reminders = { $count ->
    [one] { $count } rappel pour aujourd’hui
   *[other] { $count } rappels pour aujourd’hui
}
button-digest-settings = ⚙️ Horaires
hours-title = Résumés et heures calmes
hours-digest = { $digest } : { $at }
hours-digest-off = { $digest } : désactivé
hours-quiet = Heures calmes : { $span }
hours-quiet-none = Heures calmes : aucune
hours-zone = Fuseau horaire : { $zone }
hours-about = Pendant les heures calmes, ni rappel ni résumé : ils arrivent à la fin. Ce qu’écrivent les clients arrive sans son. Un résumé ne vient que s’il a quelque chose à dire.
button-off = Désactivé
button-quiet-none = 🔔 Jamais calme
button-time-zone = 🌍 Fuseau horaire…
time-zone-ask = Dans quel fuseau horaire êtes-vous ? Répondez par son nom, par exemple <code>Europe/Paris</code> ou <code>Africa/Cairo</code> ; avec <code>-</code>, ce sera celui de l’organisation.
time-zone-placeholder = Europe/Paris

jobs-title = Ce qui tourne à heures fixes
job-digests = Résumés
job-reminders = Rappels
job-snoozes = Pistes qui reviennent
job-every = { $count ->
    [60] Chaque minute
    [one] Chaque seconde
   *[other] Toutes les { $count } secondes
}
job-ran = Dernier passage : { $when }
job-never = Pas encore passé.
job-late = Il aurait déjà dû repasser.
job-failed = Dernier échec : { $when } ({ $why })

error-reminder-not-found = Ce rappel n’existe plus.
error-reminder-over = Ce rappel a déjà été fait ou annulé.
error-reminder-not-for-them = Seuls les collègues qui traitent des pistes peuvent recevoir un rappel.
error-reminder-past = Cette heure est déjà passée. Choisissez-en une plus tardive.
error-reminder-too-far = C’est dans plus de cinq ans. Choisissez une date plus proche.
error-time-zone-unknown = Ce fuseau horaire n’existe pas. Écrivez-le comme Europe/Paris.
