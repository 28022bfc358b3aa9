language-own-name = English
person-unknown = Someone

duration-moments = less than a minute
duration-minutes = { $count ->
    [one] { $count } minute
   *[other] { $count } minutes
}
duration-hours = { $count ->
    [one] { $count } hour
   *[other] { $count } hours
}
duration-days = { $count ->
    [one] { $count } day
   *[other] { $count } days
}

status-new = New
status-contacted = Contacted
status-follow-up = Follow up
status-converted = Converted
status-lost = Lost

role-owner = Owner
role-admin = Admin
role-agent = Agent
role-viewer = Viewer

network-whatsapp = WhatsApp

message-empty = (empty message)
message-forwarded = Forwarded
message-quote-unknown = an earlier message
message-image = 📷 Photo
message-video = 🎬 Video
message-audio = 🎵 Audio file
message-voice = 🎤 Voice message
message-sticker = 🙂 Sticker
message-document = 📄 Document
message-document-named = 📄 Document: { $name }
message-file-elsewhere = <i>The file itself cannot be shown here yet.</i>
message-location = 📍 Location
message-location-named = 📍 Location: { $name }
message-location-map = Open the map
message-contacts = { $count ->
    [one] 👤 Contact
   *[other] 👤 { $count } contacts
}
message-choice = 🔘 Chose: { $choice }
message-call-allowed = 📞 Allows you to call
message-call-refused = 📞 Does not want to be called
message-form = 📝 Filled in a form
message-order = { $count ->
    [one] 🛒 Order of one item
   *[other] 🛒 Order of { $count } items
}
message-reaction = { $emoji } Reacted to: { $quote }
message-reaction-removed = Took back the reaction to: { $quote }
message-edit = ✏️ Changed { $quote }. It now says:
message-revoke = 🗑 Deleted: { $quote }
message-system = ℹ️ Notice from the network
message-system-welcome = 👋 Opened the chat for the first time and has not written yet
message-system-number = ℹ️ Has a new number or account
message-system-identity = ℹ️ The security code has changed: perhaps a new phone
message-unsupported = ⚠️ Sent something that the network does not hand over to businesses. Ask to send it in another way.
message-unsupported-named = ⚠️ Sent something that the network does not hand over to businesses ({ $kind }). Ask to send it in another way.
message-unknown = ⚠️ Sent something that Parley does not know yet ({ $kind }). It is kept.

failure-window-closed = The reply window has closed: free text is allowed only within 24 hours of the customer’s last message. Call, or wait until the customer writes again.
failure-cannot-receive = The customer’s number cannot receive this: it may not be on WhatsApp, or its app may be too old. Reach the customer in another way.
failure-held-back = WhatsApp held it back, to spare the customer from too many business messages. Do not repeat it today; wait until the customer writes.
failure-opted-out = The customer does not want such messages from you any more. Do not write again until the customer writes.
failure-too-many-to-one = Too many messages went to this customer in a short time. Wait a minute, then send it again.
failure-too-fast = Too many messages went out in a short time. Wait some minutes, then send it again.
failure-access = The network refused the desk’s access to the account. An owner or admin must renew the access token.
failure-billing = There is a problem with the payment of the account. An owner must mend the payment method at Meta.
failure-not-registered = The business’s number is not registered with WhatsApp. An owner or admin must register it at Meta.
failure-locked = The network has restricted the business’s account. An owner must look into Meta’s account quality page.
failure-network = The network had a problem of its own. Send it again in a few minutes.
failure-other = The network refused it. If its words below do not help, show them to whoever looks after the desk.
failure-code = <i>The network says: { $title } ({ $code })</i>
