button-more = More ▸
button-mini-app = Open in Mini App
button-tags = 🏷 Tags
button-tag-new = ➕ Another tag…
button-snooze = 😴 Snooze
button-wake = ☀️ Wake it up
button-duplicates = 👥 Same person?
button-block = 🚫 Block
button-block-yes = Yes, block
button-unblock = Unblock
button-lost-own = Something else…
button-lost-none = Without a reason
button-value = Write the amount
button-value-none = Without an amount

card-blocked = Blocked: messages are kept, not shown, and nothing is sent
card-snoozed = Out of the inbox until { $until }

lost-ask = Why is this lead lost?
lost-ask-own = Why is { $number } lost? Answer in your own words; the lead is lost then.
lost-placeholder = The reason
lost-price = Too expensive
lost-competitor = Chose another
lost-no-answer = No answer
lost-not-now = Not now
lost-not-a-fit = Not what we do

converted-ask = What is this lead worth?
value-ask = What is { $number } worth? Answer with the amount; the lead is converted then.
value-placeholder = 1200 EUR
value-unreadable = That is no amount that I can read. Answer with digits and a currency, for example: 1200 or 1,200.50 EUR
value-ambiguous = This could be two amounts. Answer once more without a separator, or with three decimals.
value-no-currency = In which currency? Answer with its three letters, for example: EUR. The owner can set the usual one with /settings.

tags-ask = Tap a tag to put it on or take it off.
tags-ask-new = Which tags for { $number }? Answer with one or several, with commas between them. A minus before a tag takes it off.
tags-placeholder = vip, trial

snooze-ask = Until when? It comes back by itself, at once if the customer writes.
snooze-ask-words = Until when? Answer in your words, for example: tomorrow 10, in 3 days, Monday
snooze-ask-again = I did not find a time in that. Answer once more, for example: tomorrow 10, in 2 hours, Friday 15:30
snooze-placeholder = tomorrow 10
snooze-done = Out of the inbox until { $when }.
snooze-over = Back in the inbox.
notice-back = { $number } ({ $name }) is back in the inbox: it was put off until now.

block-ask = Block this person?
block-does = Here it holds for every channel: what they write is kept but not shown, nobody is told of it, answers that still wait are called off, and none goes out. They are not told, and it can be undone at any time.
block-not = At the network nobody is blocked: Parley tells it nothing.
block-at = <b>{ $network }:</b> { $words }
block-at-whatsapp = their messages still arrive with two grey ticks, and calls still ring on the phone app, if the number has one. There, you can block them too.
block-at-instagram = they still write and see your profile. To end that, block or restrict them in Instagram itself.
block-at-messenger = they still write to your Page. To end that, ban them from the Page in Facebook or Meta Business Suite.
block-at-telegram = Telegram has no way for a bot to block anybody: they can go on writing to it.
block-at-telegram-business = their messages still show in the owner’s own Telegram. There, the owner can block them.
block-at-forms = whoever has the form can fill it in again. It is kept, and not shown either.
toast-blocked = Blocked. Nobody is told of their messages.
toast-unblocked = You hear of this person again.
toast-no-duplicates = Nobody else looks like the same person.
send-template-where = On which channel shall the template go?
failure-contact-blocked = The team has blocked this person, so it was not sent.

history-tagged = { $by } put the tag “{ $tag }” on
history-untagged = { $by } took the tag “{ $tag }” off
history-snoozed = { $by } put the lead off
history-unsnoozed = { $by } brought the lead back
history-merged = { $by } merged two people
history-merge-undone = { $by } took a merge apart
history-blocked = { $by } blocked the person
history-unblocked = { $by } unblocked the person

error-contact-blocked = Not sent: the team has blocked this person. Unblock on the lead’s card first.
error-currency-unknown = There is no such currency, so nothing was changed. Write its three letters, such as EUR.
error-lead-closed-for-snooze = Lead #{ $number } is closed and not in the inbox, so there is nothing to snooze.
error-no-templates = There is no approved template for this person, so there is none to choose. /channels shows them.
error-organization-not-found = The organization is not here any more.
error-organization-name = A name has 1 to { $limit } characters, so nothing was changed. Write a shorter one.
error-snooze-past = That time has passed already, so nothing was changed. Choose a later one.
error-snooze-too-far = That is more than { $days } days away, so nothing was changed. Choose an earlier time.
error-tag-not-found = This tag is not here any more, so nothing was changed. Write it anew.
error-tag-unreadable = A tag is a word or a few, of at most { $limit } characters, so nothing was changed. Write a shorter one.
error-tags-many = There are { $limit } tags already, so this one was not put on. Take one off first.

command-leads = All open leads, or those with a tag
command-status = Change a lead’s status
command-note = Write a note for the team
command-tag = Put tags on a lead
command-snooze = Put a lead off until later
command-template = Send an approved template
command-stats = Today and this week in numbers
command-settings = Language, time zone, quiet hours
command-privacy = What is kept, and how it is erased
command-later = { $command } is not there yet. /help shows what is.

note-usage = Write it as an answer below a lead, or begin with its number: <code>/note #12 called, wants to think about it</code>
status-usage = Write it as an answer below a lead, or begin with its number: <code>/status #12 follow up</code>
status-unknown = There is no such status, so nothing was changed. There are: { $known }
tag-usage = Write it as an answer below a lead, or begin with its number: <code>/tag #12 vip, trial</code>
snooze-usage = Write it as an answer below a lead, or begin with its number: <code>/snooze #12 tomorrow 10</code>
template-usage = Write it as an answer below a lead, or with its number: <code>/template 12</code>

inbox-snoozed = 😴 Snoozed
inbox-empty-snoozed = Nothing is put off.
inbox-empty-tag = No open lead here has this tag.
inbox-no-tag = No lead has the tag “{ $tag }”. /tag below a lead puts it on.
inbox-no-tags = No lead has a tag yet. /tag below a lead puts one on.
inbox-choose-tag = Which tag?

stats-title = In numbers
stats-today = Today
stats-week = The last 7 days
stats-waiting = { $count ->
    [0] Nobody waits for an answer
    [one] One lead waits for an answer
   *[other] { $count } leads wait for an answer
}
stats-opened = New: { $count }
stats-answered = Answered: { $count }
stats-first-answer = First answer after: { $time } (half of them sooner)
stats-ended = Converted: { $converted } · lost: { $lost }
stats-about = Counted over the leads that you may see, in your time zone.

settings-title = Settings
settings-language = Language: { $language }
settings-organization-language = Language for members who chose none: { $language }
settings-organization-zone = Time zone: { $zone }
settings-currency = Usual currency: { $currency }
settings-currency-none = Usual currency: none
button-language = 🌐 Language
button-hours = 🕰 Times, quiet hours
button-organization-name = 🏢 Name
button-organization-language = 🏢 Language
button-organization-zone = 🏢 Time zone
button-organization-currency = 🏢 Currency
organization-ask-name = What is the business called? Quick replies call it so to customers.
organization-ask-zone = In which time zone is the business? Answer with its name, for example <code>Europe/Paris</code> or <code>Africa/Cairo</code>
organization-ask-currency = Which currency is meant where an amount has none? Answer with its three letters, for example <code>EUR</code> or <code>MAD</code>
organization-ask-language = Which language shall members be spoken to in who have chosen none?
organization-placeholder = Your answer
toast-organization-changed = Changed for everybody.

privacy-title = Privacy
privacy-you = <b>About you</b> we keep your Telegram id, name and username, your role, language, time zone and quiet hours, and what you did with leads and when. Whoever leaves the team has no access any more; what they did stays in the histories.
privacy-customers = <b>About customers</b> we keep what they wrote and sent, their names and addresses on the networks, where they came from, and your answers, notes and tags. Only your team sees this, each member as far as the role allows. Tokens of the networks are kept encrypted.
privacy-erasing = <b>Erasing.</b> When a customer takes a message back, or a network demands that a person or a message be erased, that happens here by itself, also in the chats with this bot. “Block” hides a person’s messages; it erases nothing.
privacy-leading = <b>For owners and admins.</b> When a customer asks you for erasure, open the lead’s card in your private chat with this bot and press “More”, then “Erase person”. You are shown what goes before it is gone. A list that the person was imported from is your own file: erase it where you keep it.

help-card = 5️⃣ <b>The card.</b> <b>Status</b> moves a lead along and asks why it was lost or what it was worth. <b>Note</b> is for the team; customers never see notes. <b>Remind</b> brings the lead back to you in time. Behind <b>More</b>: tags, snooze, drafts, templates, the person, blocking.
help-looking = 2️⃣ <b>Looking.</b> You see the leads with their history. Answering and changing is for the others on the team.
help-below = Commands about a lead work as an answer below it, or with its number: <code>/note #12 call on Monday</code>

button-erase = 🗑 Erase person
button-erase-yes = Erase for good
card-erased = This person was erased: nothing is kept of them.
contact-erased-here = What stood here was erased for good.
erase-ask = Erase this person for good?
erase-gone = Gone will be the name, all numbers, addresses and usernames, where they came from, tags, and:
erase-messages = { $count ->
    [0] no messages
    [one] one message
   *[other] { $count } messages
  }
erase-files = { $count ->
    [one] one file
   *[other] { $count } files
  }
erase-notes = { $count ->
    [one] one note
   *[other] { $count } notes
  }
erase-reminders = { $count ->
    [one] one reminder
   *[other] { $count } reminders
  }
erase-stays = { $count ->
    [one] What stays says nothing of them: that there was a lead, when, how it ended and who worked on it. If it is open, it counts as lost.
   *[other] What stays says nothing of them: that there were { $count } leads, when, how they ended and who worked on them. Open ones count as lost.
  }
erase-elsewhere = What this bot has shown is put right in every chat. It cannot reach what you wrote yourselves in Telegram, the networks, and the person’s own phone: erase there what has to go.
erase-forever = Nobody can bring it back. Whoever writes again is a new person.
toast-erased = Erased. The chats are being put right.
notice-contact-erased = { $by } has erased the person of lead { $number } for good.
history-erased = { $by } erased the person
