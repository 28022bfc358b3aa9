command-inbox = Who is waiting for an answer
command-new = Add a lead by hand
command-lead = Open a lead by its number
command-channels = How the channels stand
command-team = Who is on the team
command-invite = Invite someone to the team
command-language = Choose your language
command-help = How everything works
command-cancel = Cancel the question I am being asked
command-start = Say hello

stranger = Hello! This bot is for the staff of a business. If you work there, ask for an invitation link.

greeting = 👋 <b>Hello, { $name }!</b> Your role here: { $role }.
greeting-joined = 🎉 <b>Welcome to the team, { $name }!</b> Your role: { $role }.
greeting-about = This is your desk: customers write to your business, every person who writes becomes a lead, and you answer them right here.
greeting-answering = <b>How to answer:</b> reply to a lead’s card or to a message below it (swipe it, or hold it and choose “Reply”). What you write goes to the customer. /help tells the rest.
greeting-viewer = You can see all leads and their history. Answering is for the others on the team. /help tells the rest.
greeting-counts = Open leads: <b>{ $all }</b>. Waiting for someone to take them: <b>{ $unclaimed }</b>. Yours: <b>{ $mine }</b>.

help-title = <b>How the desk works</b>
help-leads = 1️⃣ <b>Leads.</b> When someone writes for the first time, everyone gets a card with the person’s name and first words. Press <b>Claim</b> to take the lead: from then on its messages come to you alone. <b>Release</b> gives it back to the others. /inbox shows who is waiting for an answer, the longest first.
help-answering =
    2️⃣ <b>Answering.</b> In the team’s group, just write in the lead’s topic. Here, reply to the card or to any message below it. What you write here without replying goes to nobody.
    • Text, photos, videos, voice messages, files, albums and places all go to the customer.
    • A reply to a customer’s message quotes it, and your reaction to it reaches the customer too.
    • Last lines like <code>[Yes] [No]</code> become buttons for the customer.
    • A message that begins with <code>//</code> is a note and stays with the team.
help-signs = 3️⃣ <b>Signs on your message.</b> 👌 the network has it. 👀 it has arrived or was read. If something goes wrong, you are told below your message why and what to do. A text that you change afterwards changes for the customer too, where the network can do that; where it cannot, you are told.
help-window = 4️⃣ <b>Reply window.</b> WhatsApp, Instagram and Messenger allow free answers only within 24 hours of the customer’s last message. The card shows how long is left. Afterwards your answer is kept, and buttons below it offer what still works: a template, a longer time for people’s own answers, or another channel.
help-commands = <b>Commands</b>
help-leading = 6️⃣ <b>For owners and admins.</b> /channels shows how each channel stands, with templates and website forms. /import brings in people from a CSV file. /invite makes a link for a new colleague. /team lets you remove someone; you choose who gets that person’s open leads. /desk gives the team a group in which every lead is a topic.

language-choose = Which language shall I speak with you?
language-chosen = From now on I speak English with you.

lead-ask = Which lead? Answer with its number, for example: 12
lead-placeholder = 12

hint-answering = This went to nobody. To answer a customer, reply to the lead’s card or to a message below it (swipe it, or hold it and choose “Reply”). /inbox shows who is waiting.
hint-command = There is no such command, and nothing was sent to a customer. /help shows what there is.
cannot-send = Nothing was sent. Polls, dice, stories and the like cannot go to customers. Please send it as text, a photo or a file.
edited-too-late = You changed this after it was sent, and this network cannot change what was sent. The customer keeps the first text; if the change matters, send another answer.
edited-for-team = You turned an answer that was sent into a note. The customer keeps the first text, and nothing was changed. To keep a note, write it as a new message.
reaction-not-carried = This network has no reactions, so the customer does not see yours.
hint-note = This note belongs to no lead, so it was not kept. Write it as a reply to the lead’s card or to a message below it.
note-without-file = Nothing was sent, and notes cannot hold files. Send the file without “//” to send it to the customer, or write the note as text.

press-elsewhere = This button works only in your private chat with the bot.

inbox-mine = Mine
inbox-unclaimed = Unclaimed
inbox-all = All
inbox-total = { $count ->
    [one] { $count } open lead
   *[other] { $count } open leads
}
inbox-page = Page { $page } of { $pages }
inbox-waiting = waiting for { $since }
inbox-answered = answered { $since } ago
inbox-empty-mine = You have no open leads. Look under “Unclaimed” for some to take.
inbox-empty-unclaimed = Nobody is waiting to be taken. Well done!
inbox-empty-all = There are no open leads. New ones appear here by themselves.
inbox-outdated = This list is out of date: something on it had to be erased.

card-ad = 📣 From the ad “{ $headline }”
card-campaign = 📣 Campaign: { $name }
card-ad-name = 📣 Ad: { $name }
card-form = 📝 Form: { $name }
card-page = 🌐 Page: { $page }
card-no-channel = 💬 No conversation: this lead was added by hand
card-channel-stopped = ⚠️ This channel is stopped: answers wait until it is mended.
card-status = 🔖 Status: { $status }
card-owner = 🙋 Owner: { $name }
card-unclaimed = 🙋 Nobody has this lead yet
card-last-words = Last, { $when }: { $words }
card-window-open = ⏳ Reply window: open until { $until } ({ $left } left)
card-window-closed = ⌛ Reply window: closed. Free text can be sent again once the customer writes. Answer all the same to see what works until then.
card-earlier-leads = { $count ->
    [one] 🗂 one earlier lead
   *[other] 🗂 { $count } earlier leads
}
card-notes = { $count ->
    [one] 📝 one note
   *[other] 📝 { $count } notes
}

button-claim = Claim
button-release = Release
button-status = Status ▸
button-note = Note
button-history = History
button-ask-number = Ask for the number
button-back = ‹ Back
button-inbox = Open the inbox
button-previous = ‹ Previous
button-next = Next ›
button-remove = Remove { $name }
button-remove-yes = Yes, remove
button-resume = Resume sending
button-send-template = 📋 Send a template
button-send-template-on = Send a template on { $network }
button-human-agent = Send as my own words
button-human-agent-yes = Yes, send it
button-elsewhere = Send it on { $network }
button-send = Send
button-cancel = Cancel
button-file-link = Make a link to it
button-file-open = Open the file

toast-claimed = The lead is yours.
toast-released = The lead is free for others.
toast-status = Status: { $status }
toast-number-asked = The question for the number is on its way.
toast-removed = Removed from the team.
toast-resumed = The channel sends again.

note-ask = Write a note about { $name } ({ $number }) as an answer to this message. The customer does not see it.
note-placeholder = Your note
note-kept = 📝 The note is kept. The customer does not see it.
refused-ways = Your answer is kept. Choose below how it should go instead.
refused-sent = On its way.
human-agent-about = Meta lets businesses answer for up to seven days after the customer’s last message, if a person wrote the answer to help with the customer’s own question. Advertising and automatic texts are forbidden there, and Meta may restrict the account for them. Is your answer such a one?
send-template-choose = Choose a template. You see it in full before it is sent.
send-template-none = This channel has no approved templates any more.
send-template-title = <b>{ $name }</b> ({ $language })
send-template-ask-body = Answer this message with what should stand for { $variable } in the text.
send-template-ask-header = Answer this message with what should stand for { $variable } in the headline.
send-template-ask-button = Answer this message with the end of the address that button { $number } opens.
send-template-ask-image = Answer this message with the photo for the top of the template.
send-template-ask-video = Answer this message with the video for the top of the template.
send-template-ask-document = Answer this message with the document for the top of the template.
send-template-placeholder = Your answer
send-template-preview = This is what the customer will read. Send it?
send-template-sent = The template is on its way.
send-template-cancelled = Nothing was sent.

history-title = History of { $number }, { $name }
history-empty = Nothing has happened yet.
history-shortened = <i>Older lines are left out.</i>
history-parley = Parley
history-opened = Lead opened
history-said = { $by }: { $words }
history-claimed = { $by } took the lead
history-released = { $by } gave the lead back
history-status = { $by }: { $from } → { $to }
history-other = { $kind }
history-not-delivered = <i>(not delivered)</i>
history-unconfirmed = <i>(unconfirmed)</i>

notice-answered = <b>{ $name }</b> answered { $number }:
notice-echoed = <b>From the phone or the network’s app</b> to { $name } · { $number }
notice-edited = Changed an earlier message. It now says:
notice-revoked = Deleted an earlier message.
notice-released = <b>{ $by }</b> gave back { $number } ({ $name }). Whoever claims it has it.
notice-note = Note by <b>{ $name }</b> on { $number }:
notice-joined = <b>{ $name }</b> has joined the team. Role: { $role }.

delivery-failed = Your answer to { $name } ({ $number }) was not delivered.
delivery-failed-change = Your change of a message to { $name } ({ $number }) did not reach the customer.
delivery-unconfirmed = Nobody knows whether your answer to { $name } ({ $number }) has arrived: the network did not say. It is not sent again by itself, so that the customer does not get it twice. If a sign appears on your message, it has arrived. If none appears, write it again when reading it twice does no harm.
file-too-large = 📎 The file has { $size } MB. Telegram takes 50 MB at most, so it cannot be shown here, and this desk has no public address under which you could open it. Ask whoever looks after the desk.
file-too-large-link = 📎 The file has { $size } MB. Telegram takes 50 MB at most, so it cannot be shown here.
file-link = { $count ->
    [one] The link works for { $count } minute. Whoever has it can open the file.
   *[other] The link works for { $count } minutes. Whoever has it can open the file.
}
file-lost = The file could not be fetched from the network, so it is lost. Ask the customer to send it again.
file-lost-too-large = The file is larger than what is kept here. Ask the customer for a smaller one or a link.
file-lost-gone = The network does not have the file any more. Ask the customer to send it again.
file-lost-refused = The file came with an address that leads to no place of the open internet, so it was not fetched. Ask the customer to send it as a file.

channel-stopped = <b>{ $title } has stopped.</b> Customers can still write, but answers wait until this is mended.
channel-stopped-advice = What to do: mend it at the network and press “Resume sending”. If the access token has ended or was withdrawn, press “Reconnect” and put in a new one. What waits is then sent in order.
channel-resumed = <b>{ $title }</b> sends again. What waited goes out now.

invite-choose = As what do you want to invite someone?
invite-link = Send this link to one person ({ $role }). It works once, within the next { $left }. Whoever opens it first joins the team.

team-title = { $count ->
    [one] One person on the team
   *[other] { $count } people on the team
}
team-unreachable = has blocked the bot
remove-ask = Remove <b>{ $name }</b> from the team? Access ends at once.
