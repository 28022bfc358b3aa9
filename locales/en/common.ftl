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
network-instagram = Instagram
network-messenger = Messenger
network-telegram = Telegram
network-telegram-business = Telegram Business
network-facebook-leads = Facebook lead ads
network-google-leads = Google lead forms
network-linkedin-leads = LinkedIn lead forms
network-forms = Website form
network-manual = Added by hand

message-empty = (empty message)
message-words = “{ $words }”
comma = ,
arrow = →
message-forwarded = Forwarded
message-automatic = Sent by an automatic reply
message-standby = Another app is answering this chat at the moment
message-test = A test of the network, not a person
message-in-group = Written in a group
message-revoked-mark = 🗑 Deleted by the sender
message-erased = Erased, as the network demands.
message-quote-unknown = an earlier message
message-image = 📷 Photo
message-video = 🎬 Video
message-animation = 🎞 Animation
message-video-note = 📹 Video message
message-audio = 🎵 Audio file
message-voice = 🎤 Voice message
message-sticker = 🙂 Sticker
message-document = 📄 Document
message-document-named = 📄 Document: { $name }
message-files = { $count ->
    [one] { $count } file
   *[other] { $count } files
}
message-album = { $count ->
    [one] 🗂 Album of { $count } file
   *[other] 🗂 Album of { $count } files
}
message-share = 🔗 Passed something on
message-share-post = 🔗 Passed a post on
message-share-reel = 🔗 Passed a reel on
message-share-story = 🔗 Passed a story on
message-share-link = 🔗 Sent a link
message-open-link = Open it
message-story-mention = ✨ Mentioned you in a story
message-comment = 💬 Commented under a post. Your answer to it is private and can be given once.
message-comment-live = 💬 Commented on a live video. Your answer to it is private and can be given once.
message-comment-post = Open the post
message-poll = 📊 Poll
message-template = 📋 Template { $name }
message-call = 📞 Call
message-call-rings = 📞 Is calling
message-call-accepted = 📞 The call was taken
message-call-rejected = 📞 The call was refused
message-call-missed = 📞 The call ended without being taken
message-call-ended = 📞 The call ended after { $lasted }
message-call-out = 📞 The business is calling
message-call-out-accepted = 📞 The customer took the call
message-call-out-rejected = 📞 The customer refused the call
message-call-out-missed = 📞 The customer did not take the call
message-call-out-ended = 📞 Your call ended after { $lasted }
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
message-form-incomplete = 📝 Began to fill in a form and stopped half-way
message-form-cut = <i>… Long answers are cut here; there is more in the form.</i>
message-order = { $count ->
    [one] 🛒 Order of one item
   *[other] 🛒 Order of { $count } items
}
message-reaction = { $emoji } Reacted to: { $quote }
message-reaction-removed = Took back the reaction to: { $quote }
message-edit = ✏️ Changed { $quote }. It now says:
message-edit-file = <i>There is a new file.</i>
message-revoke = 🗑 Deleted: { $quote }
message-system = ℹ️ Notice from the network
message-system-welcome = 👋 Opened the chat for the first time and has not written yet
message-system-number = ℹ️ Has a new number or account
message-system-identity = ℹ️ The security code has changed: perhaps a new phone
message-system-start = 👋 Opened the chat with the bot
message-system-referral = 👋 Came through an ad or a link and has not written yet
message-system-optin = 🔔 Agreed to get messages
message-system-appointment = 📅 Booked an appointment
message-unsupported = ⚠️ Sent something that the network does not hand over to businesses. Ask to send it in another way.
message-unsupported-named = ⚠️ Sent something that the network does not hand over to businesses ({ $kind }). Ask to send it in another way.
message-unknown = ⚠️ Sent something that Parley does not know yet ({ $kind }). It is kept.

failure-window-closed = The reply window has closed: the network allows free answers only for a time after the customer’s last message. Send a template where there is one, call, or wait until the customer writes again.
failure-cannot-receive = The customer’s number cannot receive this: it may not be on WhatsApp, or its app may be too old. Reach the customer in another way.
failure-own-number = This is the business’s own number: it cannot write to itself.
failure-person-away = The customer cannot be written to there at the moment: perhaps the account is away, or takes no messages from you. Reach the customer in another way.
failure-person-unknown = The network does not know this person there any more. Reach the customer in another way, or wait until the customer writes.
failure-blocked = The customer has blocked you there. Do not try again; reach the customer in another way if there is good reason to.
failure-deactivated = The customer’s account has been closed. Reach the customer in another way.
failure-comment-answered = This comment has been answered already, or is too old or deleted. Wait until the customer writes.
failure-held-back = WhatsApp held it back, to spare the customer from too many business messages. Do not repeat it today; wait until the customer writes.
failure-opted-out = The customer does not want such messages from you any more. Do not write again until the customer writes.
failure-too-many-to-one = Too many messages went to this customer in a short time. Wait a minute, then send it again.
failure-too-fast = Too many messages went out in a short time. Wait some minutes, then send it again.
failure-access = The network refused the desk’s access to the account. An owner or admin must renew the access token.
failure-billing = There is a problem with the payment of the account. An owner must mend the payment method at Meta.
failure-not-registered = The business’s number is not registered with WhatsApp. An owner or admin must register it at Meta.
failure-locked = The network has restricted the business’s account. An owner must look into Meta’s account quality page.
failure-no-right = The owner’s account does not let the desk answer there any more. An owner must allow it again in the network’s settings.
failure-display-name = The name of the business’s number is not approved yet. An owner must look into it at Meta.
failure-media = The network did not take this file or kind of message. Send it in another format, as a document, or as a link.
failure-too-large = The file is too large for the network. Send a smaller one or a link.
failure-file-gone = The file is not kept here any more, so it could not be sent. Send it again.
failure-not-changeable = The message cannot be changed at the network any more, so the customer keeps it as it was. Send another answer if it matters.
failure-reaction = The network does not know this reaction. Choose another one.
failure-template-values = The values do not fit the template: too many, too few or too long. Send the template again with other values.
failure-template-missing = The network does not have this template in this language (yet). Choose another one, or try again in ten minutes.
failure-template-paused = The network has paused or switched off this template, because customers complained or its rules forbid it. Choose another one.
failure-network = The network had a problem of its own. Send it again in a few minutes.
failure-other = The network refused it. If its words below do not help, show them to whoever looks after the desk.
failure-code = <i>The network says: { $title } ({ $code })</i>
