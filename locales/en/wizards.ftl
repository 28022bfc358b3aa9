wizard-skip = Skip
wizard-some = what we were at
wizard-cancelled = Cancelled: { $wizard }. What was not finished was not kept.
wizard-cancelled-kept = Paused: { $wizard }. What you answered is kept; begin it again to go on where you stopped.
wizard-left = Ended first: { $wizard }. Begin it again whenever you like.
wizard-anew = I have learnt new ways since we began, so we start again from the top: { $wizard }.
wizard-gone = This is not there any more, so it has ended: { $wizard }.
wizard-not-allowed = Your role does not allow this any more, so it has ended: { $wizard }.
wizard-takes-text = Please write your answer, or press a button of the question above. /cancel ends this.
wizard-takes-choice = Please press a button of the question above. /cancel ends this.
wizard-takes-file = Please send a file (as a file, not as a photo), or press a button of the question above. /cancel ends this.
error-wizard-ended = This has ended, so nothing was done with your answer. Begin it again with its command; /help lists them.
error-wizard-step-past = This question was answered already. Please answer the newest one below.
wizard-invite = inviting colleagues
invite-ask-name = Who is it for ({ $role })? Write the name, so that you can tell links apart, or skip this.
invite-link-for = This link is for { $name } ({ $role }): send it on. It works once, within the next { $left }. Whoever opens it first joins the team, and is told that you invited them.
invite-another = Invite someone else?
button-invite-another = Someone else
button-done = Done
invite-done = Send each link to one person only. /team shows who has joined.
error-username-unreadable = That is no username. It has letters, digits, dots and _, such as: @maria.k
wizard-new-lead = adding a lead
new-lead-who = Who is it? Write the name, or send a contact from your address book. If you have it all at hand, write name, phone number or e-mail address, and a note, each on its own line.
new-lead-reach = How can this person be reached? A phone number, an e-mail address, or a username such as @maria.
new-lead-reach-needed = Without a name there has to be a phone number, an e-mail address, or a username such as @maria.
new-lead-network = On which network is that username?
new-lead-source = Where does this person come from? Choose, or write it in a few words.
source-call = Phone call
source-walk-in = Came in
source-referral = Recommended
source-event = Event
new-lead-note = What do they want? Your first note; only the team sees it.
new-lead-confirm = Shall I add this lead?
new-lead-duplicate = Somebody with the same phone number, address or username is known. If it is the same person, what you wrote goes to their open lead, or they get a new one.
new-lead-namesake = There is somebody of the same name: look first whether it is the same person.
button-new-lead-save = Add the lead
new-lead-added = Added.
new-lead-not-added = Nothing was added. Begin again with /new.
wizard-quick-reply = writing a quick reply
quick-example-name = Maria Silva
quick-preview = To { $name } it would look like this:
button-quick-good = Looks good
button-quick-rewrite = Write it again
quick-choose-category = In which category does it belong? Choose one, write a new one, or skip this.
quick-name-category = In which category does it belong? Write one, such as: Prices, or skip this.
quick-ask-shared = Who may use it?
button-quick-own = Only me
button-quick-everybody = Everybody
wizard-setup = setting up
command-setup = Set up the business step by step
button-setup = ⚙️ Set up the business
button-setup-go-on = ⚙️ Go on with setting up ({ $done } of { $count })
setup-welcome = <b>Let us set up your business.</b> Each answer is kept at once; skip what is right already, and come back with /setup whenever you like.
setup-language = Which language do we speak? Your team may choose others for themselves.
setup-name = What is your business called? Your customers see this name where a text names the business.
setup-zone = In which time zone are you? Choose, or write it, such as: Europe/Lisbon
setup-currency = In which currency do you count? Choose, or write its three letters, such as: CHF
setup-now = So far: <b>{ $now }</b>
setup-done = Your business is set up.
setup-next = What comes next?
setup-complete = All of it is there.
setup-resumed = Let us go on where you stopped.
setup-step = Step { $step } of { $count }
setup-channels = { $count ->
    [0] No channel yet: customers cannot write to you here.
    [one] One channel is connected.
   *[other] { $count } channels are connected.
  }
setup-team = { $count ->
    [0] Nobody is with you in the team yet.
    [one] One colleague is in the team.
   *[other] { $count } colleagues are in the team.
  }
setup-group = The team’s group is { $title }.
setup-group-broken = The team’s group { $title } cannot be written to: look what it lacks.
setup-group-none = No group for the team: leads come to private chats.
setup-office = Opening hours are set.
setup-office-none = No opening hours: you count as always open.
button-setup-connect = 🔌 Connect a channel
button-setup-invite = 👥 Invite the team
button-setup-desk = 💬 Choose the team’s group
button-setup-office = 🕘 Opening hours
button-setup-again = Go through it again
error-link-unknown = This link opens nothing here: it is incomplete, too old, or of another business. Ask for a new one, or look with /find.
greeting-invited = { $by } invited you.
notice-joined-as = By the link for { $link }.
