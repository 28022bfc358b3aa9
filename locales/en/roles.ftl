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
