-- Answers to a customer that somebody prepares and somebody may send. Of a lead one waits at a time.
create table reply_draft (
  organization_id uuid not null references organization (id),
  id uuid not null,
  lead_id uuid not null,
  author_id uuid not null,
  -- Who wrote the present words, where that is not the author.
  edited_by uuid,
  text text not null check (text <> ''),
  -- Outdated: another draft has taken its place.
  state text not null default 'waiting' check (state in ('waiting', 'sent', 'discarded', 'outdated')),
  -- Counts what its words have been, so that nobody sends or changes others than he has read.
  revision integer not null default 1,
  -- What the conversation was like when the present words were written: its newest message each way, how many there are,
  -- and the newest change of one, as one word; and how many there were, to say what was written since.
  seen text not null,
  seen_messages integer not null,
  idempotency_key text not null,
  created_at timestamptz not null default now(),
  written_at timestamptz not null default now(),
  settled_at timestamptz,
  settled_by uuid,
  -- The first message that it was sent as.
  message_id uuid,
  primary key (organization_id, id),
  unique (organization_id, idempotency_key),
  foreign key (organization_id, lead_id) references lead (organization_id, id),
  foreign key (organization_id, author_id) references member (organization_id, id),
  foreign key (organization_id, edited_by) references member (organization_id, id),
  foreign key (organization_id, settled_by) references member (organization_id, id),
  foreign key (organization_id, message_id) references message (organization_id, id)
);
create unique index reply_draft_waiting on reply_draft (organization_id, lead_id) where state = 'waiting';
create index reply_draft_of_lead on reply_draft (organization_id, lead_id);

alter table reply_draft enable row level security;
alter table reply_draft force row level security;
create policy own_organization on reply_draft to parley_app using (organization_id = parley_organization())
  with check (organization_id = parley_organization());
grant select, insert, update, delete on reply_draft to parley_app;
