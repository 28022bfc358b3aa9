command-quick = Quick replies: write once, send often
quick-title = { $count ->
    [0] Quick replies
    [one] One quick reply
   *[other] { $count } quick replies
}
quick-none = There are no quick replies yet. A quick reply is an answer that you write once and send with two taps from a lead’s card.
quick-none-with = No quick reply holds these words.
quick-no-category = Without a category
quick-choose = Answer { $number } { $name } with:
quick-shared = Everybody’s
quick-own = Your own
quick-uses = { $count ->
    [0] never sent
    [one] sent once
   *[other] sent { $count } times
}
quick-unknown = There is no variable { $names }, so it would stand there as it is. There are: { $known }
quick-missing = Nobody knows { $names } for this lead, so this cannot be sent as it is. Change it first.
quick-sent = Sent
quick-cancelled = Cancelled; nothing was sent.
quick-editing = Change it below; nothing was sent yet.
quick-edit-ask = Tap the text to copy it, change it, and send it as a reply to this message. Your reply goes to the customer.
quick-edit-placeholder = Your answer to the customer
quick-ask-shortcut = What shall it be called? One or two words, such as: opening-hours
quick-ask-body = What does it say? It can hold these, which are filled in for each lead: { $known }
quick-ask-category = In which category does it belong? A word such as: Prices. Write - for none.
quick-now = It is now:
quick-placeholder = Your answer
quick-saved = Kept.
quick-saved-new = <b>{ $name }</b> is kept: it is behind “⚡️ Quick reply” on each lead’s card. /quick shows and changes it.
quick-remove-ask = Really remove “{ $shortcut }”? What was sent with it stays.
quick-removed = Removed.
button-quick = ⚡️ Quick reply
button-quick-new = ➕ New quick reply
button-quick-edit = Edit first
button-quick-body = Change the text
button-quick-shortcut = Rename
button-quick-category = Category
button-quick-remove = Remove
button-quick-share = Give it to everybody
button-quick-unshare = Make it my own
error-quick-reply-shortcut = This is no name for a quick reply, so nothing was kept. Take one or two words of letters and digits, at most 32 characters.
error-quick-reply-empty = A quick reply needs a text, so nothing was kept. Write what it shall say.
error-quick-reply-exists = There is a quick reply “{ $shortcut }” already, so nothing was kept. Take another name, or change that one with /quick.
error-quick-reply-many = There are { $limit } quick replies already, so this one was not kept. Remove some with /quick.
error-quick-reply-not-found = This quick reply is not here any more, so nothing was done. /quick shows which there are.
error-quick-reply-long = This text has { $length } characters and may have { $limit }, so nothing was kept. Shorten it.
