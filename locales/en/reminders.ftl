command-remind = Remind me of a lead, or list my reminders
command-digest = Digests, quiet hours, time zone
command-jobs = What runs by the clock

button-remind = Remind
button-in-an-hour = In an hour
button-this-evening = This evening
button-tomorrow = Tomorrow 9:00 AM
button-next-week = Next week
button-remind-other = Other…
button-remind-whom = A colleague…
button-reminder-done = ✅ Done
button-reminder-cancel = Call it off
button-open-lead = Open lead

remind-when = When shall I remind you of <b>{ $name }</b> ({ $number })?
remind-when-for = When shall I remind { $whom } of <b>{ $name }</b> ({ $number })?
remind-whom = Whom shall I remind?
remind-ask = When, and of what? Answer in your words, for example: tomorrow 10 call back
remind-ask-again = I did not find a time in that. Answer once more, for example: tomorrow 10, in 2 hours, Friday 15:30, every Monday 9
remind-placeholder = tomorrow 10 call back
remind-usage = Write <code>/remind tomorrow 10 call back</code> as an answer below a lead, or begin with its number: <code>/remind #12 tomorrow 10</code>. With <code>@karim</code> in front a colleague is reminded.
remind-nobody = There is nobody, or more than one, on the team who is called { $name }. Write the username, or more of the name.
reminder-set = I will remind you: <b>{ $when }</b>.
reminder-set-for = I will remind { $name }: <b>{ $when }</b>.
reminder-set-change = Answer with another time to move it.
toast-reminder-set = The reminder is set.
reminder-due = <b>Reminder</b>
reminder-due-by = From { $name }
reminder-due-instead = This was meant for { $name }.
reminder-done = Done.
reminder-snoozed = I will remind you again: { $when }.
reminder-cancelled = Called off: it will not come.
reminders-none = You have no reminders. Press “Remind” on a lead’s card, or write /remind as an answer below the lead.
reminders-title = { $count ->
    [one] { $count } reminder
   *[other] { $count } reminders
}
repeat-none = Do not repeat
repeat-daily = Every day
repeat-weekly = Every week
repeat-monthly = Every month
history-reminder-added = { $by } set a reminder
history-reminder-snoozed = { $by } put a reminder off
history-reminder-moved = { $by } changed a reminder
history-reminder-done = { $by } did what a reminder was for
history-reminder-cancelled = { $by } called a reminder off

digest-morning = Your morning
digest-evening = The day
digest-opened = New leads: { $count }
digest-answered = Leads answered: { $count }
digest-converted = Converted: { $count }
digest-lost = Lost: { $count }
digest-waiting-own = { $count ->
    [one] { $count } of your leads waits for an answer:
   *[other] { $count } of your leads wait for an answer, longest first:
}
digest-waiting-all = { $count ->
    [one] { $count } lead waits for an answer:
   *[other] { $count } leads wait for an answer, longest first:
}
digest-reminders = { $count ->
    [one] { $count } reminder for today
   *[other] { $count } reminders for today
}
button-digest-settings = ⚙️ Times
hours-title = Digests and quiet hours
hours-digest = { $digest }: { $at }
hours-digest-off = { $digest }: off
hours-quiet = Quiet hours: { $span }
hours-quiet-none = Quiet hours: none
hours-zone = Time zone: { $zone }
hours-about = In quiet hours no reminder and no digest comes: they come when the hours end. What customers write comes without a sound. A digest comes only when there is something to say.
button-off = Off
button-quiet-none = 🔔 Never quiet
button-time-zone = 🌍 Time zone…
time-zone-ask = Which time zone are you in? Answer with its name, for example <code>Europe/Paris</code> or <code>Africa/Cairo</code>; with <code>-</code> it is that of the organization.
time-zone-placeholder = Europe/Paris

jobs-title = What runs by the clock
job-digests = Digests
job-reminders = Reminders
job-snoozes = Leads that come back
job-every = { $count ->
    [60] Every minute
    [one] Every second
   *[other] Every { $count } seconds
}
job-ran = Last run: { $when }
job-never = It has not run yet.
job-late = It should have run by now.
job-failed = Last failure: { $when } ({ $why })

error-reminder-not-found = There is no such reminder any more.
error-reminder-over = This reminder was done or called off already.
error-reminder-not-for-them = Only colleagues who work leads can be reminded.
error-reminder-past = That time has passed already. Choose a later one.
error-reminder-too-far = That is more than five years away. Choose an earlier time.
error-time-zone-unknown = There is no such time zone. Write it as in Europe/Paris.
