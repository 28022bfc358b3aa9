error-lead-with-colleague = Nothing was added: a colleague is already in touch with this person. Ask whoever leads the team to give you the lead.
error-last-owner = Nothing was changed: this is the only owner, and a desk needs one. Make somebody else an owner first.
error-name-length = Nothing was saved: a name has 1 to { $limit } characters. Write a shorter one.
error-role-exists = Nothing was saved: there is already a role called “{ $name }”. Choose another name.
error-role-in-use = Not deleted: { $count ->
    [one] one person has this role. Give them another one in /team first.
   *[other] { $count } people have this role. Give them another one in /team first.
  }
error-role-many = Nothing was saved: there may be { $limit } roles. Delete one that nobody has first.
error-role-needs-all = Nothing was saved: whoever manages the team sees all leads. Take “Manage the team” away first, or let the role see all leads.
error-role-not-found = This role is not here any more, so nothing was done. Open /team again.
error-role-of-oneself = Nothing was changed: nobody changes what they may do themselves. Ask an owner or another admin.
error-team-many = Nothing was saved: there may be { $limit } teams. Use one of those that there are.
error-team-not-found = This team is not here any more, so nothing was done. Open /team again.
lead-out-of-sight = Lead { $number } is not shown to you any more.
button-keep-quick-replies = Keep their quick replies
button-new-role = ➕ New role
button-new-team = ➕ New team
button-no-team = No team
button-remove-to-all = Leave them unclaimed
button-role = Role
button-role-delete = Delete
button-role-leads-stay = Leave them with who has them
button-role-rename = Rename
button-roles = Roles
button-team = Team
demote-ask = <b>{ $name }</b> becomes { $role }, and works on no leads from then on.
demote-whom = Who gets the leads, with the reminders? Your tap changes the role.
member-choose-role = Which role does <b>{ $name }</b> have?
member-choose-team = Which team is <b>{ $name }</b> in?
member-no-team = In no team
member-role = Role: { $role }
member-team = Team: { $team }
notice-freed = { $count ->
    [one] One lead of a colleague is free now.
   *[other] { $count } leads of a colleague are free now.
  } Whoever claims one has it.
notice-role-changed = { $by } gave you another role: <b>{ $role }</b>. It holds from now on.
notice-taken-over = { $by } handed you { $count ->
    [one] one lead
   *[other] { $count } leads
  } of a colleague. /inbox shows them.
permission-channels-manage = Manage channels
permission-contacts-erase = Erase people for good
permission-contacts-merge = Merge contacts
permission-jobs-view = See scheduled jobs
permission-leads-assign = Give leads to colleagues
permission-leads-import = Import lists
permission-leads-read = See leads
permission-leads-release-others = Take leads back
permission-leads-work = Work on leads
permission-phones-see = See phones and e-mails
permission-quick-replies-share = Write shared quick replies
permission-reminders-others = Change others’ reminders
permission-reports-see = See reports
permission-team-manage = Manage the team
remove-leads = { $count ->
    [0] No open leads
    [one] One open lead
   *[other] { $count } open leads
  }
remove-quick-replies = { $count ->
    [one] One quick reply of their own
   *[other] { $count } quick replies of their own
  }
remove-reminders = { $count ->
    [0] No reminders
    [one] One reminder
   *[other] { $count } reminders
  }
remove-whom = Who gets the leads, with the reminders? Your tap removes the person.
role-ask-name = What is the role called? Answer this message.
role-hint = Tap to change. It holds at once for everybody who has this role.
role-narrow-ask = Whoever has this role works on no leads from then on. Now they have:
role-members = { $count ->
    [0] nobody has it
    [one] one person has it
   *[other] { $count } people have it
  }
role-name-placeholder = Name of the role
roles-about = Besides owner, admin, agent and viewer you can make your own: what they may do, and whose leads they see. Give one to people in /team, or invite to it with /invite.
roles-title = Roles of your own
scope-all = All leads
scope-own = Own leads
scope-team = Team’s leads
scope-unclaimed = And leads that nobody has
team-ask-name = What is the team of <b>{ $name }</b> called? Answer this message.
team-name-placeholder = Name of the team
toast-role-changed = Role changed.
toast-role-deleted = Role deleted.
