error-desk-of-another = This group is the desk of another organization. Choose a group of your own team.
error-desk-none = There is no group yet. Send /desk to choose one.

command-desk = The team’s group, where every lead is a topic

desk-ask = 👥 <b>A group for the team.</b> Every lead becomes a topic there, and what the team writes in a topic goes to that customer.

    Press the button below and choose a group with topics, or make a new one. I become an administrator there who may manage topics, pin and delete messages; nothing else.

    Without a group everything stays as it is: you work here, in your private chats with me.
desk-chosen = <b>{ $name }</b> is chosen. I am making the lobby there, and new leads get a topic there. /desk shows how you work with it.
desk-not-yet = <b>This group is not ready yet.</b>
desk-lack-removed = I am not in the group, or cannot see it. Add me to it and make me an administrator who may manage topics, pin messages and delete messages. Then press “Check again”.
desk-lack-no-forum = The group has no topics. Open the group’s settings, switch on <b>Topics</b>, then press “Check again”.
desk-lack-no-rights = I lack a right there. Open the group’s settings, choose <b>Administrators</b>, then me, and allow: <b>manage topics</b>, <b>pin messages</b>, <b>delete messages</b>. Then press “Check again”.
desk-lack-not-admin = You are not an administrator of that group. Ask one of its administrators, or choose a group of your own.
desk-lack-other = Telegram says:
desk-works = The group works.
desk-broken = <b>The group does not work.</b> News goes to private chats until it does.
desk-plane-group = <b>How you work:</b> everything in the group. Each lead has a topic; the team answers there. Telegram allows 20 messages a minute in a group, for all leads together.
desk-plane-lobby = <b>How you work:</b> leads are claimed in the group’s lobby and answered in the private chat of whoever claimed them. All see only their own leads, and nobody waits for the group.
desk-leave-ask = Shall the team work without this group? Open leads come to private chats from then on. The topics stay in the group as they are.
desk-left = The group is not the team’s desk any more.
desk-anonymous = Nothing was sent: you write anonymously, so nobody knows who answers. Switch off “Remain anonymous” for yourself in the group’s administrators, and write it again.
desk-removed = Nothing was sent: you are not on the team any more. An owner can invite you again.
desk-outsider = Hello! Only people on the team can answer customers here. If you should be one of them, ask an owner for an invitation.

button-desk-choose = 👥 Choose the group
button-desk-group = All in the group
button-desk-lobby = Claim in the lobby, answer privately
button-desk-check = 🔄 Check again
button-desk-other = Another group
button-desk-leave = Leave the group
button-desk-leave-yes = Yes, without the group
toast-desk-works = The group has all it needs.
toast-desk-lacks = Something is still missing.

notice-desk-connected = <b>{ $name }</b> is now the team’s desk. New leads get a topic there. /desk shows how you work with it.
notice-desk-broken = <b>I cannot use the team’s group any more.</b>
notice-desk-meanwhile = Nothing is lost: until the group works again, everything comes to private chats, also what was waiting for the group.
notice-desk-mended = <b>{ $name }</b> works again. What waited for it is shown there now.
notice-desk-moved = Telegram has moved <b>{ $name }</b> into another kind of group. I have moved with it: leads get their topics and cards there again as soon as something happens with them. Nothing is lost, and you need not do anything.
notice-desk-left = The team works without a group now: leads come to private chats.

lobby-name = 🛎 Lobby
lobby-welcome = 🛎 <b>New leads come here.</b> Press “Claim” to take one; the first tap wins. Then answer in the lead’s topic or, if the team works that way, in your private chat with me. A message that begins with <code>//</code> stays with the team. Closing a topic puts the lead away until the customer writes again.
lobby-free = Nobody has it yet.
lobby-claimed = { $name } has it.
button-claim-lead = ✋ Claim { $name }
button-topic = 💬 { $name }
folded-leads = { $count ->
    [one] { $count } lead to claim
   *[other] { $count } leads to claim, together because there are many at once
}
folded-messages = { $count ->
    [one] { $count } message
   *[other] { $count } messages, together because there are many at once
}

card-handled = ✔️ Handled, until the customer writes again
history-handled = { $by } put the lead away as handled
history-resumed = { $by } took the lead up again
button-next-lead = ⏭ Next lead
next-none = 🎉 Nobody is waiting for an answer.
button-handled = ✔️ Handled
button-resume-lead = ↩️ Take up again
toast-handled = Put away until the customer writes again.
toast-wrote-meanwhile = The customer has just written again: read that first. The lead stays in the inbox.
toast-resumed-lead = The lead is in the inbox again.

settings-lead-topics-off = Your own leads: all in this chat
settings-lead-topics-on = Your own leads: each in a topic of this chat, which is made with the next news of it. What you write there goes to the customer.
settings-lead-topics-refused = Your own leads: all in this chat, because Telegram made no topics when you wanted them
button-lead-topics-on = 🗂 A topic for each of my leads
button-lead-topics-off = 🗂 All leads in this chat again
toast-lead-topics-on = The next news of each of your leads opens its topic.
toast-lead-topics-off = From now on everything comes to this chat itself.
error-lead-topics-not-offered = Telegram makes no topics in this chat, so nothing was changed. Whoever owns the bot can switch on “Threaded Mode” for it in @BotFather.
notice-topics-refused = <b>Your leads come to this chat itself again,</b> because Telegram makes no topics here at the moment. Nothing is lost: what was waiting for a topic follows. Topics that you have stay as they are. /settings switches them on once more.
