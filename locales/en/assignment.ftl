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
