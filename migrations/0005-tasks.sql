-- What has to be asked of a network apart from messages: a lead that a notification only named, a person's name, the
-- health of an account. A queue like the others: leases, back-off, and a row that nobody makes twice.

create table network_task (
  organization_id uuid not null,
  id uuid not null,
  channel_account_id uuid not null,
  kind text not null check (kind in
    ('lead', 'profile', 'check', 'backfill', 'templates', 'submit-template', 'seen')),
  -- What it is about: the network's id of a lead, our id of a conversation or template; '' for the account itself.
  key text not null default '',
  data jsonb not null default '{}',
  state text not null default 'pending' check (state in ('pending', 'done', 'dead')),
  attempts integer not null default 0,
  due_at timestamptz not null default now(),
  lease_token uuid,
  lease_until timestamptz,
  last_error text,
  created_at timestamptz not null default now(),
  done_at timestamptz,
  primary key (organization_id, id),
  unique (organization_id, channel_account_id, kind, key),
  foreign key (organization_id, channel_account_id) references channel_account (organization_id, id)
);
create index network_task_due on network_task (due_at) where state = 'pending';
-- Claimed account by account: a long queue of one, or of a stopped one, is not walked through.
create index network_task_check on network_task (organization_id, channel_account_id)
  where state = 'pending' and kind = 'check';
create index network_task_of_account on network_task (organization_id, channel_account_id, due_at)
  where state = 'pending' and kind <> 'check';
create index network_task_leased on network_task (organization_id, channel_account_id, lease_until)
  where lease_until is not null;
create index network_task_done on network_task (done_at) where done_at is not null;

-- How an account stands, as its network said when it was last asked.
alter table channel_account
  -- An answer to an older token says nothing about this one.
  add column token_changed_at timestamptz,
  add column checked_at timestamptz,
  add column token_expires_at timestamptz,
  add column subscription text check (subscription in ('subscribed', 'mended', 'missing', 'unknown'));

-- The error rate of a channel, and when something last went out. (When something last came in is looked up without an index
-- of its own: one on a time that every message moves would make each of these updates as dear as two.)
create index message_outbound on message (organization_id, channel_account_id, created_at)
  where direction = 'outbound';

alter table network_task enable row level security;
alter table network_task force row level security;
create policy own_organization on network_task to parley_app using (organization_id = parley_organization())
  with check (organization_id = parley_organization());
create policy relay on network_task to parley_app using (parley_relaying());
grant select, insert, update, delete on network_task to parley_app;
