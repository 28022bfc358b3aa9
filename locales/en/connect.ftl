error-channel-disconnected = This channel was disconnected and has no access any more, so nothing was done. Connect it again: /connect
error-channel-not-connectable = { $network } is not connected by a token here, so nothing was done.
error-channel-of-another = “{ $name }” is connected in another organization, so nothing was done. It has to be disconnected there first.
error-form-not-disconnected = A form is removed and not disconnected, so nothing was done. Use “Remove” on its page.
error-proposal-gone = This is over: what you put in was forgotten after half an hour, or is not yours. Begin again with /connect
error-token-of-another-account = This token is for another account than “{ $name }”, so nothing was changed. Take the token of that very account.

command-connect = Connect a channel
wizard-connect = connecting a channel
wizard-reconnect = putting in a new token
connect-title = Connect a channel
connect-which = Which account of your business is it? You are told step by step where everything stands. Nothing is connected before you have seen its name and agreed.
connect-setup = { $network }: whoever runs the server has to do something first
connect-setup-then = These belong to the whole server and are not typed into a chat. Ask whoever runs it to set them (docs/operate.md says how) and to restart it once. Then press the button below.
connect-setup-sometimes = Only if the account is connected with Instagram Login, whoever runs the server also has to set:
setting-meta-app-secret = App secret: developers.facebook.com › your app › App settings › Basic
setting-meta-verify-token = a long random word of your choice, which is also entered beside the webhook in the Meta app
setting-public-url = the https address at which the networks reach this server
setting-linkedin-client-secret = Client secret: linkedin.com/developers › your app › Auth
setting-instagram-app-secret = Instagram app secret: developers.facebook.com › your app › Instagram › API setup with Instagram login
connect-step = Step { $step } of { $of }
connect-new = Connect { $network }
connect-renew = A new token for { $name }
connect-account-unreadable = This is not what was asked for. Please copy it once more.
connect-whatsapp-account = Which WhatsApp account is it?
    Open <b>developers.facebook.com/apps</b> › your app › <b>WhatsApp › API Setup</b>. Copy the number below <b>WhatsApp Business Account ID</b> and send it here.
connect-linkedin-account = Whose leads are to come here? Open the company page as its admin, or the ad account in Campaign Manager, and copy the <b>address from your browser</b>. It looks like one of these:
    <code>linkedin.com/company/12345/admin</code>
    <code>linkedin.com/campaignmanager/accounts/512345678</code>
connect-whatsapp-token = Open <b>business.facebook.com/settings</b> › <b>Users › System users</b> › your system user › <b>Generate token</b>. Choose your app, expiration <b>Never</b>, and the permissions <code>whatsapp_business_messaging</code> and <code>whatsapp_business_management</code>. Before that, the system user must have full control of the app and of the WhatsApp account (<b>Assign assets</b>).
    Copy the token and send it here.
connect-instagram-token = One of two ways:
    • <b>Instagram Login:</b> developers.facebook.com › your app › <b>Instagram › API setup with Instagram login › Generate access tokens</b> › beside your account, <b>Generate token</b>.
    • <b>Facebook Login:</b> business.facebook.com/settings › <b>System users</b> › <b>Generate token</b> with <code>instagram_basic</code>, <code>instagram_manage_messages</code>, <code>pages_manage_metadata</code>, <code>pages_show_list</code>; the Page that is linked to the account must be assigned to the system user.
    Copy the token and send it here.
connect-messenger-token = Open <b>business.facebook.com/settings</b> › <b>Users › System users</b> › your system user › <b>Generate token</b>. Choose your app, expiration <b>Never</b>, and the permissions <code>pages_messaging</code>, <code>pages_manage_metadata</code>, <code>pages_show_list</code>, <code>pages_read_engagement</code>. Before that, the Page must be assigned to the system user (<b>Assign assets</b>).
    Copy the token and send it here; the Page’s own token is fetched with it.
connect-facebook-leads-token = Open <b>business.facebook.com/settings</b> › <b>Users › System users</b> › your system user › <b>Generate token</b>. Choose your app, expiration <b>Never</b>, and the permissions <code>leads_retrieval</code>, <code>ads_management</code>, <code>pages_manage_metadata</code>, <code>pages_show_list</code>, <code>pages_read_engagement</code>. The Page must be assigned to the system user.
    Copy the token and send it here; the Page’s own token is fetched with it.
connect-telegram-token = Open <b>@BotFather</b>: <code>/newbot</code> makes a bot for your customers, <code>/token</code> shows the token of one that you have. It must not be this bot, in which the team works.
    Copy the token (digits, a colon, letters) and send it here.
connect-linkedin-token = Open <b>linkedin.com/developers/tools/oauth/token-generator</b>, choose your app and the permission <code>r_marketing_leadgen_automation</code>, and log in as an admin of that page or ad account.
    Copy the access token and send it here. LinkedIn’s tokens end after two months: then leads wait, and you are asked for a new one.
connect-token-care = Your message with the token is deleted at once. It is kept encrypted and shown to nobody.
connect-not-deleted = Your message with the token could not be deleted: please delete it yourself.
connect-caught = This looks like an access token. It was sent to nobody, and your message is gone. To connect a channel or to renew its token: /connect or /channels; send it when you are asked for it.
connect-refused = { $network } does not accept this token.
connect-refused-now = The network refuses this account now, so nothing was connected. Make a new token and begin again with /connect, or try once more.
connect-later = The network does not answer at the moment, so nothing was changed. Try again in a minute.
connect-opens-nothing = The network knows this token, but it opens no such account. Assign the account to whom the token belongs, make the token anew, and send that.
connect-found = { $count ->
    [one] { $network } knows this token. It opens one account:
   *[other] { $network } knows this token. It opens { $count } accounts:
}
connect-confirm = Is it the right one? Nothing is connected yet.
connect-of-another = is connected in another organization, where it has to be disconnected first
connect-known = is connected here already; it gets this token
connect-warn-permission = The token lacks the permission <code>{ $detail }</code>: some of it will not work.
connect-warn-other-app = The token was made for another Meta app than this server’s: messages would go there. Make it for the right app.
connect-warn-number = This number is not verified at Meta yet: nothing can be sent before.
connect-warn-elsewhere = This bot delivers its messages to { $detail } now. When you connect it, they come here instead.
connect-done = <b>{ $title }</b> is connected.
connect-not-delivered = The network does not deliver messages here. Open the channel’s page and press “Check now”; if it stays, see what the page advises.
connect-meta-webhook = Once for the whole Meta app (if it is not done yet): in the app under Webhooks, the callback address is
connect-test-whatsapp = Try it: write to the number from another phone. Within seconds the lead is here; answer below it.
connect-test-instagram = Try it: write a direct message to the account from another one. Within seconds the lead is here; answer below it.
connect-test-messenger = Try it: write to the Page from another account. Within seconds the lead is here; answer below it.
connect-test-facebook-leads = Try it: developers.facebook.com/tools/lead-ads-testing sends a test lead of the Page.
connect-test-telegram = Try it: write to the bot from another account. Within seconds the lead is here; answer below it.
connect-test-linkedin = Try it: send a test lead from the form’s preview in Campaign Manager.
toast-disconnected = Disconnected. The token is deleted.
disconnect-ask = Disconnect <b>{ $title }</b>? Nothing is sent there any more and its token is deleted. All chats are kept; what waits to be sent waits until you connect it again.
channel-disconnected = <b>{ $title }</b> was disconnected. Nothing is sent there until somebody connects it again.
channel-disconnected-by = { $name } has disconnected <b>{ $title }</b>. Nothing is sent there until somebody connects it again.
channel-disconnected-now = <b>Disconnected.</b> The token is deleted, all chats are kept. “Reconnect” takes it up again.
channel-off = disconnected
failure-staff-bot = This is the bot in which the team works. Customers need one of their own: make it with @BotFather.
failure-personal-account = This is a personal Instagram account. Change it to a professional one in Instagram’s settings, then make the token anew.
button-connect = ➕ Connect a channel
button-connect-go = ✅ Connect { $name }
button-connect-renew = ♻️ Renew { $name }
button-connect-again = Try again
button-reconnect = 🔑 Reconnect
button-disconnect = Disconnect
button-disconnect-yes = Yes, disconnect
