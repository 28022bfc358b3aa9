command-assign = Give a lead to a colleague
button-assign = Assign
assign-whom = Who shall have { $name } ({ $number })?
assign-nobody = There is nobody else on the team who could have { $name } ({ $number }).
assign-signs = 🟢 here · 🟡 on shift · ☕ break · 🌙 off · 🚫 has blocked the bot. The number says how many open leads somebody has.
assign-usage = Write <code>/assign @karim</code> as an answer below a lead, or begin with its number: <code>/assign #12 @karim</code>.
assign-done = <b>{ $owner }</b> has { $name } ({ $number }) now.
toast-assigned = The lead is given.
history-assigned = { $by } gave the lead to { $owner }
notice-assigned = <b>{ $by }</b> gave you { $number } ({ $name }). What the customer writes comes to you from now on.
notice-assigned-by-rule = { $number } ({ $name }) is yours: it was given to you automatically. What the customer writes comes to you from now on.
notice-assigned-away = <b>{ $owner }</b> has { $number } ({ $name }) now.
notice-absence-away = The customer of { $number } ({ $name }) waited too long for an answer, so <b>{ $owner }</b> has it now.
notice-shift-away = Your shift is over and the customer of { $number } ({ $name }) is waiting, so <b>{ $owner }</b> has it now.

error-assignee-unfit = This colleague has left the team or does not work leads. Choose another one.
error-rule-unfit = The channel, team or person that you chose is not there any more. Open the rules anew.
error-rule-not-found = There is no such rule any more. Open the rules anew.
error-rule-needs-somebody = A rule needs somebody to give leads to. Choose another person or a team first, or delete the rule.
error-too-many-rules = There can be { $limit } rules at most. Delete one that is not needed.
error-too-many-holidays = There can be { $limit } closed days at most. Take away some that have passed.
error-hours-unreadable = I could not read these hours. Write them as in 9:00 AM–12:30 PM, 2:00 PM–6:00 PM.
error-day-unreadable = I could not read this day. Write it as in 2026-12-25.

command-shift = Begin, interrupt or end my shift
command-assignment = Who gets which lead; office hours
job-assignment = Giving leads to people

notice-absence-free = The customer of { $number } ({ $name }) waited too long for an answer, so the lead is free again. Whoever claims it has it.
notice-shift-free = Your shift is over and the customer of { $number } ({ $name }) is waiting, so the lead is free again. Whoever claims it has it.
notice-given-many = { $count ->
    [one] One lead came to you within a minute.
   *[other] { $count } leads came to you within a minute.
} What their customers write reaches you from now on.
notice-taken-many = { $count ->
    [one] One lead of yours went to somebody else or is free again.
   *[other] { $count } leads of yours went to somebody else or are free again.
}
notice-unanswered = { $count ->
    [one] One person has not answered the customer of { $number } ({ $name }).
   *[other] { $count } people in a row have not answered the customer of { $number } ({ $name }).
  } Nobody is given the lead automatically any more: claim it, or give it to somebody.
notice-absence-waits = The customer of { $number } ({ $name }) has waited too long for <b>{ $by }</b>. Whoever claims the lead has it.
notice-shift-waits = <b>{ $by }</b>’s shift is over and the customer of { $number } ({ $name }) is waiting. Whoever claims the lead has it.

shift-on = 🟢 You are on shift
shift-break = ☕ You are taking a break
shift-off = 🌙 Your shift is over
shift-by-hours = This follows the office hours.
shift-waiting = { $count ->
    [one] { $count } customer of yours is waiting for an answer.
   *[other] { $count } customers of yours are waiting for an answer.
}
shift-about = While you are on a break or off, no new leads are given to you. What customers write to you still comes.
shift-usage = Write <code>/shift on</code>, <code>/shift break</code> or <code>/shift off</code>; with <code>/shift hours</code> your shift follows the office hours.
button-shift-on = On
button-shift-break = Break
button-shift-off = Off
button-shift-hours = 🕘 By office hours
toast-shift = Your shift is set.
toast-kept = Saved.

assignment-title = Who gets which lead
assignment-claim = New leads are for whoever claims them first.
assignment-turn = New leads go to everyone in turn.
assignment-load = New leads go to whoever has the fewest open leads.
assignment-rules = { $count ->
    [0] There are no rules of your own.
    [one] { $count } rule of your own comes first.
   *[other] { $count } rules of your own come first.
}
assignment-limit = { $count ->
    [one] At most { $count } open lead each.
   *[other] At most { $count } open leads each.
}
assignment-no-limit = No limit on how many leads one person gets.
assignment-absence = { $count ->
    [one] A customer who waits { $count } minute for an answer gets somebody else.
   *[other] A customer who waits { $count } minutes for an answer gets somebody else.
}
assignment-no-absence = A lead stays with its owner, however long the customer waits.
assignment-shift-goes = When a shift ends, waiting customers go to somebody else.
assignment-shift-stays = When a shift ends, leads stay where they are.
assignment-waiting = { $count ->
    [one] { $count } lead waits for somebody to be available.
   *[other] { $count } leads wait for somebody to be available.
}
assignment-about = Leads are given only to people who are on shift (/shift) and below their limit. Waiting time counts during office hours. ⏳ sets after how many minutes a waiting customer gets somebody else.
button-method-claim = Claim
button-method-turn = In turn
button-method-load = By load
button-rules = 📋 Rules
button-limits = ⚖️ Limits
minutes-short = { $count } min
button-absence-off = Never
button-shift-returns = 🌙 Hand over when a shift ends
button-office-hours = 🕘 Office hours

limits-title = How many open leads each gets at most
limits-about = The first row is for everyone. Tap a name to give that person a limit of their own (📌). Leads given by hand are not limited.
limit-of = <b>{ $name }</b> has { $count } of at most { $limit } open leads.
limit-none-of = { $count ->
    [one] <b>{ $name }</b> has { $count } open lead, without a limit.
   *[other] <b>{ $name }</b> has { $count } open leads, without a limit.
}
button-limit-common = As for everyone

rules-title = Rules
rules-about = The first rule that fits a lead decides. Tap a rule to change, move or delete it.
rules-none = There are no rules yet. A rule gives leads of a channel, source, language or team to the people you choose.
button-rule-new = ➕ New rule
rule-title = Rule { $number }
rule-for = For: { $about }
rule-to = Goes to: { $target }
rule-choose-people = Tap a team or people to choose who gets these leads. “In turn” and “By load” say who of them is next.
rule-source = source { $source }
rule-served-by = served by { $team } before
rule-everything = all leads
rule-team = team { $team }
rule-nobody-left = nobody (all have left)
button-rule-about = 🔎 What it is for
rule-ask-kind = What is the new rule for?
rule-ask-kind-more = What is the rule for? What you choose is added to what it has; “All leads” clears it.
button-kind-channel = Channel
button-kind-source = Source
button-kind-language = Language
button-kind-team = Team before
button-kind-any = All leads
rule-ask-value = Which one?
rule-no-values = There is nothing of this kind yet.
rule-ask-target = Who gets these leads: { $about }? You can add more people afterwards.
toast-rule-removed = The rule is deleted.

office-title = Office hours
office-not-set = No hours are set: the business counts as always open.
office-day = { $day }: { $hours }
office-closed = closed
office-all-day = all day
office-workdays = Monday to Friday
office-all-days = Every day
office-open-now = 🟢 Open now
office-closed-now = 🌙 Closed now
office-zone = Time zone: { $zone }
office-holidays = { $count ->
    [0] No closed days ahead
    [one] { $count } closed day ahead
   *[other] { $count } closed days ahead
}
office-about = Whoever has not used /shift is on shift while the business is open.
office-ask-day = When are you open?
button-holidays = 🎉 Closed days
button-other-hours = Other hours…
office-ask-hours = When are you open ({ $days })? Answer with the hours, for example: 9:00 AM–12:30 PM, 2:00 PM–6:00 PM
office-placeholder = 9:00 AM–5:30 PM
office-ask-zone = In which time zone is your business? Answer with its name, for example <code>Europe/Paris</code> or <code>Africa/Cairo</code>.
holidays-title = Closed days
holidays-about = On these days the business is closed. Tap one to remove it.
holidays-none = No closed days are set.
button-holiday-add = ➕ Add a day
holiday-ask = On which day are you closed? Answer for example: 25 December, or 2026-12-25
holiday-placeholder = 25 December
