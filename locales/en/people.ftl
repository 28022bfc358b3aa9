new-lead-ask = Who is it? Answer with name, phone number or e-mail address, and a note, each on its own line. For example:
    <code>Rosa Alvarez
    +33 6 39 98 00 01
    Wants to see the gym on Monday</code>
new-lead-placeholder = Name, phone, note
new-lead-known = This person is known: what you wrote went to { $number }.
new-lead-line = Line { $number } (“{ $text }”) cannot be used. Answer the question once more.
new-lead-phone-twice = There is a phone number already; a lead is added with one.
new-lead-email-twice = There is an e-mail address already; a lead is added with one.
new-lead-name-too-long = A name has at most 200 characters. The note goes on a line of its own.
cancelled = Put away. Nothing was changed.

notice-blocked = <b>{ $name }</b> ({ $number }) has blocked you on { $network }: nothing that you write there arrives. Reach out in another way.
notice-reachable = <b>{ $name }</b> ({ $number }) can be reached on { $network } again.
notice-wants = <b>{ $name }</b> ({ $number }) wants { $what } from you again.
notice-refuses = <b>{ $name }</b> ({ $number }) does not want { $what } from you any more. Answers are still welcome.
notice-merged = <b>{ $by }</b> has merged two people: { $number } is one of both now.

merge-ask = Is this the same person?
merge-explain = Merged, they have one history and one lead; of two open leads the older stays. It can be undone at any time.
merge-same-phone = The same phone number
merge-same-email = The same e-mail address
merge-same-network-id = The same account at the network
merge-changed-into = The network says that one became the other
merge-same-username = The same name, and the same username on two networks
merge-done = Merged: it is all with <b>{ $name }</b> now.
merge-dismissed = Good: they stay two people.
merge-undone = Taken apart: each has what is theirs again.
button-merge = Yes, merge
button-merge-not = Not the same person
button-merge-undo = Undo the merge
button-person = Person

person-known-by = Known by
person-since = since { $from }
person-span = { $from } – { $until }
person-claimed = not proved
person-first-touch = Came first by
person-last-touch = Came last by
person-consents = Consents
person-leads = Leads
person-merges = Merged
person-merged = { $name } ({ $by }, { $day })
person-merge-undone = { $name } ({ $by }, { $day }), undone
identity-phone = Phone
identity-email = E-mail
identity-whatsapp-username = WhatsApp
identity-instagram-username = Instagram
identity-telegram-username = Telegram
consent-marketing = advertising
consent-wants = Wants { $what } ({ $where }, { $day })
consent-refuses = Wants no { $what } ({ $where }, { $day })
consent-blocked = Has blocked you ({ $where }, { $day })
