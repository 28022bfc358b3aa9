button-more = More ▸
button-tags = 🏷 Tags
button-tag-new = ➕ Another tag…
button-snooze = 😴 Snooze
button-wake = Wake it up
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
value-no-currency = In which currency? Answer with it behind the amount, for example: 1200 EUR. The owner can set the usual one with /settings.

tags-ask = Tap a tag to put it on or take it off.
tags-ask-new = Which tags for { $number }? Answer with one or several, with commas between them. A minus before a tag takes it off.
tags-placeholder = vip, trial

snooze-ask = Until when? It comes back by itself, at once if the customer writes.
snooze-ask-words = Until when? Answer in your words, for example: tomorrow 10, in 3 days, Monday
snooze-ask-again = I did not find a time in that. Answer once more, for example: tomorrow 10, in 2 hours, Friday 15:30
snooze-placeholder = tomorrow 10
snooze-done = Out of the inbox until { $when }.
snooze-over = Back in the inbox.

block-ask = Block this person? What they write is kept but not shown, nobody is told of it, and no answer goes out. It can be undone at any time.
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
