channels-title = { $count ->
    [one] One channel
   *[other] { $count } channels
}
channels-none = Nothing is connected yet. Press the button below: it takes a few minutes.
channel-standing = has stopped
channel-removed = removed
channel-removed-now = This form is removed: whoever still posts to it is turned away. Its leads are kept.
channel-stopped-since = <b>Stopped for { $since }.</b> Answers wait until this is mended.
channel-never = never
channel-ago = { $since } ago
channel-last-inbound = Last came in: { $since }
channel-last-outbound = Last went out: { $since }
channel-rate-none = Nothing was sent within 24 hours
channel-rate = { $count ->
    [one] Within 24 hours: one message sent, { $failed } failed ({ $rate })
   *[other] Within 24 hours: { $count } messages sent, { $failed } of them failed ({ $rate })
}
channel-waiting = { $count ->
    [one] One message is waiting to be sent
   *[other] { $count } messages are waiting to be sent
}
channel-lost-leads = { $count ->
    [one] One lead could not be fetched from the network. “Check now” tries again.
   *[other] { $count } leads could not be fetched from the network. “Check now” tries again.
}
channel-token-ends = Access token: until { $date } ({ $left } left)
channel-token-ended = The access token has ended. Press “Reconnect”.
channel-subscribed = The network delivers everything here
channel-subscription-mended = The network had stopped delivering here; that is mended
channel-subscription-missing = The network does not deliver messages here
channel-subscription-unknown = The network does not say whether it delivers here
channel-checked = Asked at the network { $since }

fact-name = Name there: { $name }
fact-name-review = The network on the name: { $review }
fact-quality = Quality: { $quality }
fact-fast = May send at the highest speed
fact-limit = { $count ->
    [one] May write first to one person in 24 hours
   *[other] May write first to { $count } people in 24 hours
}
fact-limit-none = May write first to any number of people
quality-good = good
quality-medium = medium
quality-low = low
quality-flagged = in danger
quality-unknown = not judged yet
review-approved = approved
review-pending = not decided yet
review-rejected = refused

danger-since = for { $since }
danger-other = A warning
danger-other-advice = The network warns of something that Parley has no advice for. If its words below do not help, show them to whoever looks after the desk.
danger-token-expires = The access token ends soon
danger-token-expires-advice = Make a new one at the network before that day and press “Reconnect”. Afterwards nothing can be sent.
danger-token-of-another = The access token belongs to another account
danger-token-of-another-advice = Make a token for this very account at the network and press “Reconnect”.
danger-permission = The access token lacks a permission
danger-permission-advice = Make a new token at the network with the permission that is named below, and press “Reconnect”.
danger-not-subscribed = The network does not deliver messages here
danger-not-subscribed-advice = Parley tries to mend this by itself. If it stays, look at the webhook’s address and permissions at the network.
danger-updates-waiting = Telegram cannot deliver messages
danger-updates-waiting-advice = Messages wait at Telegram, and nothing is lost for 24 hours. See that the desk can be reached from outside.
danger-no-reply-right = The bot may not answer for this account
danger-no-reply-right-advice = In Telegram: Settings › Telegram Business › Chatbots, and allow the bot to reply to messages.
danger-many-failures = Most messages cannot be sent
danger-many-failures-advice = Look below a failed answer for the reason. Until it is mended, it is better to write less.
danger-quality = Customers block or report this number
danger-quality-advice = Write first to fewer people, and only to those who wait for it. The network judges again over seven days.
danger-limit = The limit for writing first has been lowered
danger-limit-advice = Answers to customers go out as before. Write first to fewer people until the limit rises again.
danger-limited = The network limits what can be sent
danger-limited-advice = Answers may go out slower or not at all. An owner should look into Meta’s business settings for the reason.
danger-state = The number is not connected at the network
danger-state-advice = An owner must connect or register the number again at Meta.
danger-account-restricted = The network has restricted the account
danger-account-restricted-advice = An owner should look into Meta’s account quality page: there it says what is not allowed and how to ask for a review.
danger-account-violation = The network reports a breach of its rules
danger-account-violation-advice = An owner should read it on Meta’s account quality page and stop what it names, before the account is restricted.
danger-account-banned = The account is banned, or will be
danger-account-banned-advice = An owner must ask Meta for a review on the account quality page at once.
danger-account-deleted = The account was deleted at the network
danger-account-deleted-advice = Nothing can be sent or received with it any more. Connect another account.
danger-account-disconnected = The account was cut off
danger-account-disconnected-advice = Connect it again in the WhatsApp Business app or at Meta.
danger-account-review = The network has refused the account
danger-account-review-advice = An owner must ask Meta for a review. Until then nothing can be sent.
danger-policy = Meta warns or blocks the page
danger-policy-advice = An owner should look at the page’s quality in Meta’s settings and ask for a review if it is a mistake.
danger-security = Somebody touched the number’s security code
danger-security-advice = If it was nobody of yours, set a new code at Meta at once: whoever has it can take the number away.

channel-endangered = <b>{ $title }</b>: { $danger }.
channel-relieved = <b>{ $title }</b>: this is over: { $danger }.
channel-connected = <b>{ $title }</b> is connected. What customers write there comes here from now on.
channel-takes-again = <b>{ $title }</b> takes leads again.

import-of = <b>{ $title }</b>: old chats are being taken over.
import-progress = { $progress } % is here
import-done = Old chats: all are here
import-failed = Old chats could not be taken over.

button-check = Check now
button-templates = Templates
button-channel = Show the channel
button-danger-hide = Seen, hide: { $name }
toast-checking = The network is being asked. Press again in a few seconds to see its answer.
toast-hidden = Hidden. If the network says it again, you will be told.

templates-title = { $count ->
    [one] One template
   *[other] { $count } templates
}
templates-none = There are no templates yet. With an approved one you can also write after the reply window has closed.
template-approved = approved
template-submitting = being submitted
template-pending = the network is looking at it
template-in-appeal = being looked at again
template-rejected = refused
template-paused = paused
template-flagged = in danger
template-disabled = switched off
template-deleted = deleted
template-marketing = Marketing
template-utility = Service
template-authentication = Sign-in code
template-reason = Reason: { $reason }
button-template = Show the template
button-template-new = New template
button-template-submit = Submit
button-template-stop = Cancel
button-template-no-footer = No last line
template-ask-name = 🧾 <b>New template.</b> What is it called? Small letters, digits and _, for example: appointment_reminder
template-ask-language = In which language is it? Press one, or answer this message with a code such as nl or zh_CN.
template-ask-category = What is it for? <b>Service</b> speaks of something that the customer has ordered or asked for. <b>Marketing</b> is everything else, and costs more.
template-ask-body = Write the text as the customer will read it. Put {"{{1}}"}, {"{{2}}"} and so on where something is filled in later, for example: Hello {"{{1}}"}, see you on {"{{2}}"} at our gym.
template-ask-examples = { $count ->
    [one] Give an example for the placeholder: the network wants to see one.
   *[other] Give an example for each of the { $count } placeholders, each on its own line: the network wants to see them.
}
template-ask-footer = Answer this message with a small last line, at most 60 characters, or press “No last line”.
template-cancel = /cancel ends this.
template-placeholder = Your answer
template-preview = 👀 <b>This is how it will look.</b> Submit it? The network usually decides within a day.
template-without-footer = No last line
template-submitted = <b>{ $name }</b> is submitted. You will be told what the network decides.
template-bad-name = A name has only small letters a–z, digits and _.
template-bad-language = That is no language code. Examples: en, fr, pt_BR.
template-choose = Please press one of the buttons.
template-bad-body = There is no text in it. Write what the customer will read.
template-body-too-long = The text is too long: at most 1024 characters.
template-body-numbers = Placeholders must be numbered {"{{1}}"}, {"{{2}}"}, {"{{3}}"} without a gap.
template-body-edges = A placeholder may not stand at the very beginning or end: the network refuses that. Put words around it.
template-bad-examples = The number of lines is another than that of the placeholders.
template-bad-footer = The last line has at most 60 characters, on one line, without placeholders.
notice-template = Template <b>{ $name }</b> ({ $language }): { $status }.
notice-template-rejected = You can write it anew under the same name.
notice-template-paused = Customers did not like it. The network takes it up again by itself; after a third time it is switched off.

button-form-add = ➕ Website form
button-google-add = ➕ Google Ads lead form
button-form-origins = Allowed websites
button-form-thanks = Page of thanks
button-form-fields = Fields
button-form-hidden = Hidden field
button-form-show = Show the address
button-form-remove = Remove
button-form-remove-yes = Yes, remove
button-form-restore = Take it up again
form-origins = Allowed websites: { $sites }
form-origins-none = Allowed websites: none yet, so no page may post with a browser
form-thanks = Page of thanks: { $page }
form-thanks-none = Page of thanks: none
form-fields = Fields:
form-fields-none = Fields: recognised by themselves
form-hidden = Hidden field: { $name }
form-hidden-none = Hidden field: the usual ones, such as _gotcha
form-ask-name = What is the form called? For example: Contact page
google-ask-name = What is the lead form called? For example: Spring campaign
form-name-placeholder = Its name
form-ask-origins = From which websites may the form be sent? One address a line, for example: www.example.org
form-ask-thanks = To which page does a visitor go after sending the form? Its whole address, for example: https://www.example.org/thanks
form-ask-fields = Which field is what? One a line, for example:
    <code>name = contact.full_name</code>
    <code>phone = tel</code>
    There are name, phone, email, message and id. What you leave out is recognised by itself.
form-ask-hidden = What is the field called that people do not see? Whoever fills it in is a program, and is put aside.
form-ask-nothing = Answer with a single dash (–) to take the setting away. /cancel changes nothing.
form-now = Now:
form-setting-placeholder = Your answer
form-set = Kept.
form-told = <b>{ $name }</b>: forms are posted to this address. Whoever knows it can send leads: put it into your website and nowhere else.
form-address-local = This address does not begin with https: websites will hardly reach it. Set PUBLIC_URL to the desk’s address.
form-snippet = A form for your website, to copy:
form-next = Now press “Allowed websites” on the form’s page here and say on which website the form stands: before that, browsers are turned away.
google-told = <b>{ $name }</b>: in Google Ads, at the lead form under “Lead delivery” › “Webhook integration”, this is the webhook’s address:
google-key = And this is its key:
google-next = Then press “Send test data” there: the test appears here as a lead.
form-remove-ask = Remove <b>{ $name }</b>? Whoever still posts to it is turned away. Its leads are kept, and you can take it up again.
toast-form-removed = The form is removed.
form-label-name = Name
form-label-email = E-mail
form-label-phone = Phone
form-label-message = Message
form-label-send = Send
