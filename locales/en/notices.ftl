command-notices = What you are told, and how
button-notices = 🔔 Notices
button-lead-topic = Open the topic
notice-mention = { $name } names you in a note on <b>{ $lead }</b> ({ $number }):
notices-title = What you are told
notices-about = Tap a line to change it. Nothing is lost: what is left out is in /inbox, and your morning digest counts it.
notices-quiet-about = In your quiet hours, on a break and off shift everything comes without a sound, except what you let ring.
notice-kind-new = New leads
notice-kind-free = Messages of free leads
notice-kind-own = My leads
notice-kind-colleagues = What colleagues do
notice-kind-mentions = Notes that name me
notice-manner-ring = sound
notice-manner-silent = silent
notice-manner-digest = together
notice-manner-off = left out
notice-urgent-own = My leads ring in quiet hours
notice-urgent-mentions = My name rings in quiet hours
notice-gather-hourly = Together: every hour
notice-gather-morning = Together: in the morning
notice-place-private = What concerns only me: here
notice-place-group = What concerns only me: group
notice-preset-everything = Everything
notice-preset-mine = My leads only
notice-preset-mentions = My name only
toast-notice-set = { $kind }: { $manner }
gathered-title = { $count ->
    [one] News of { $count } lead
   *[other] News of { $count } leads
}
gathered-new = new
gathered-free = { $count ->
    [one] { $count } message
   *[other] { $count } messages
}
gathered-own = { $count ->
    [one] { $count } message
   *[other] { $count } messages
}
gathered-colleagues = { $count ->
    [one] { $count } thing by colleagues
   *[other] { $count } things by colleagues
}
gathered-mentions = named you
gathered-more = { $count ->
    [one] and { $count } more in /inbox
   *[other] and { $count } more in /inbox
}
digest-left-out = { $count ->
    [one] { $count } lead had news that you leave out. It is in /inbox.
   *[other] { $count } leads had news that you leave out. They are in /inbox.
}
error-notice-manner-refused = This is always shown to you: choose a sound or silent.
job-notices = News put together
