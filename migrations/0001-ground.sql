-- The ground: tenants, people, conversations, and the transactional inbox and outbox.
--
-- Every tenant-owned table starts its keys with organization_id and carries row-level security, forced, as the
-- second wall behind the policies in core. The application's role (parley_app, made before migrations run) sees a
-- row only when the transaction has said `set local parley.organization_id`. Two further settings open narrow doors:
--   parley.person  a Telegram user id: a person may find his own memberships in all organizations;
--   parley.scope   'relay': the claim loops may see the queues of all organizations, and nothing else.

create function parley_organization() returns uuid language sql stable parallel safe
  return nullif(current_setting('parley.organization_id', true), '')::uuid;

create function parley_person() returns bigint language sql stable parallel safe
  return nullif(current_setting('parley.person', true), '')::bigint;

create function parley_relaying() returns boolean language sql stable parallel safe
  return coalesce(current_setting('parley.scope', true) = 'relay', false);

create table organization (
  id uuid primary key,
  name text not null check (name <> ''),
  language text not null default 'en',
  time_zone text not null default 'UTC',
  -- The last lead number given out; staff call leads by these numbers.
  last_lead_number integer not null default 0,
  settings jsonb not null default '{}',
  created_at timestamptz not null default now()
);

create table member (
  organization_id uuid not null references organization (id),
  id uuid not null,
  telegram_user_id bigint not null,
  name text not null,
  username text,
  role text not null check (role in ('owner', 'admin', 'agent', 'viewer')),
  -- Null until the member chooses: then Telegram's own language of that person is used.
  language text,
  state text not null default 'active' check (state in ('active', 'removed')),
  -- Since when the staff bot cannot reach this person (never started, blocked); null while it can.
  unreachable_since timestamptz,
  created_at timestamptz not null default now(),
  removed_at timestamptz,
  primary key (organization_id, id),
  unique (organization_id, telegram_user_id)
);
create index member_by_person on member (telegram_user_id);

create table invitation (
  organization_id uuid not null references organization (id),
  id uuid not null,
  -- SHA-256 of the secret in the link; the secret itself is never stored.
  secret_hash bytea not null,
  role text not null check (role in ('admin', 'agent', 'viewer')),
  invited_by uuid not null,
  expires_at timestamptz not null,
  accepted_by uuid,
  accepted_at timestamptz,
  created_at timestamptz not null default now(),
  primary key (organization_id, id),
  unique (organization_id, secret_hash),
  foreign key (organization_id, invited_by) references member (organization_id, id)
);

create table channel_account (
  organization_id uuid not null references organization (id),
  id uuid not null,
  network text not null,
  -- The network's id of the account (WhatsApp: phone_number_id). One account belongs to one organization only.
  external_id text not null,
  name text not null,
  -- AES-256-GCM, key id inside the envelope; bound to this row, so that it opens nowhere else.
  sealed_token bytea,
  state text not null default 'active' check (state in ('active', 'stopped')),
  stopped_at timestamptz,
  stopped_reason jsonb,
  settings jsonb not null default '{}',
  created_at timestamptz not null default now(),
  primary key (organization_id, id),
  unique (network, external_id)
);

create table contact (
  organization_id uuid not null references organization (id),
  id uuid not null,
  name text,
  language text,
  created_at timestamptz not null default now(),
  primary key (organization_id, id)
);

create table contact_identity (
  organization_id uuid not null,
  id uuid not null,
  contact_id uuid not null,
  kind text not null,
  value text not null check (value <> ''),
  -- What the network wants to see as the address, where it differs from value.
  address text,
  valid_from timestamptz not null default now(),
  valid_until timestamptz,
  primary key (organization_id, id),
  foreign key (organization_id, contact_id) references contact (organization_id, id)
);
create unique index contact_identity_current on contact_identity (organization_id, kind, value)
  where valid_until is null;
create index contact_identity_of_contact on contact_identity (organization_id, contact_id);

create table lead (
  organization_id uuid not null references organization (id),
  id uuid not null,
  number integer not null,
  contact_id uuid not null,
  status text not null default 'new'
    check (status in ('new', 'contacted', 'follow_up', 'converted', 'lost')),
  owner_id uuid,
  source text not null,
  -- First-touch facts: ad, post, link, click id.
  attribution jsonb not null default '{}',
  lost_reason text,
  value_minor bigint,
  value_currency text,
  created_at timestamptz not null default now(),
  claimed_at timestamptz,
  closed_at timestamptz,
  last_message_at timestamptz not null,
  last_inbound_at timestamptz,
  last_outbound_at timestamptz,
  primary key (organization_id, id),
  unique (organization_id, number),
  foreign key (organization_id, contact_id) references contact (organization_id, id),
  foreign key (organization_id, owner_id) references member (organization_id, id),
  check ((closed_at is not null) = (status in ('converted', 'lost')))
);
-- A person has at most one open lead: two messages at once cannot make two.
create unique index lead_open_of_contact on lead (organization_id, contact_id) where closed_at is null;
create index lead_of_contact on lead (organization_id, contact_id, created_at desc);
create index lead_inbox on lead (organization_id, status, last_message_at desc);
create index lead_of_owner on lead (organization_id, owner_id, last_message_at desc) where owner_id is not null;

create table conversation (
  organization_id uuid not null,
  id uuid not null,
  channel_account_id uuid not null,
  contact_id uuid not null,
  -- The lead that the next message belongs to.
  lead_id uuid not null,
  last_inbound_at timestamptz,
  last_message_at timestamptz not null,
  created_at timestamptz not null default now(),
  primary key (organization_id, id),
  unique (organization_id, channel_account_id, contact_id),
  foreign key (organization_id, channel_account_id) references channel_account (organization_id, id),
  foreign key (organization_id, contact_id) references contact (organization_id, id),
  foreign key (organization_id, lead_id) references lead (organization_id, id)
);
create index conversation_of_lead on conversation (organization_id, lead_id);

create table message (
  organization_id uuid not null,
  id uuid not null,
  conversation_id uuid not null,
  lead_id uuid not null,
  channel_account_id uuid not null,
  direction text not null check (direction in ('inbound', 'outbound')),
  -- The network's id; null for our own until the network gives one.
  external_id text,
  kind text not null,
  body text,
  data jsonb not null default '{}',
  reply_to_external_id text,
  status text not null check (status in
    ('received', 'queued', 'sending', 'unconfirmed', 'sent', 'delivered', 'read', 'failed')),
  failure jsonb,
  author_id uuid,
  -- Where a staff member wrote it, so that ticks find the way back: {"chat": "…", "message": 12}.
  origin jsonb,
  idempotency_key text,
  -- The network's own time for what came in; the time of our sending for what goes out.
  sent_at timestamptz,
  received_at timestamptz,
  delivered_at timestamptz,
  read_at timestamptz,
  created_at timestamptz not null default now(),
  primary key (organization_id, id),
  foreign key (organization_id, conversation_id) references conversation (organization_id, id),
  foreign key (organization_id, lead_id) references lead (organization_id, id)
);
create unique index message_external on message (organization_id, channel_account_id, external_id)
  where external_id is not null;
create unique index message_idempotency on message (organization_id, idempotency_key)
  where idempotency_key is not null;
create index message_thread on message (organization_id, lead_id, sent_at, id);

create table attachment (
  organization_id uuid not null,
  id uuid not null,
  message_id uuid not null,
  kind text not null,
  network_media_id text,
  url text,
  mime text,
  file_name text,
  sha256 text,
  size bigint,
  created_at timestamptz not null default now(),
  primary key (organization_id, id),
  foreign key (organization_id, message_id) references message (organization_id, id)
);
create index attachment_of_message on attachment (organization_id, message_id);

create table note (
  organization_id uuid not null,
  id uuid not null,
  lead_id uuid not null,
  author_id uuid not null,
  body text not null check (body <> ''),
  idempotency_key text,
  created_at timestamptz not null default now(),
  primary key (organization_id, id),
  foreign key (organization_id, lead_id) references lead (organization_id, id),
  foreign key (organization_id, author_id) references member (organization_id, id)
);
create unique index note_idempotency on note (organization_id, idempotency_key)
  where idempotency_key is not null;
create index note_of_lead on note (organization_id, lead_id, created_at);

-- What happened to a lead, for its history: one line per happening, never changed.
create table activity (
  organization_id uuid not null,
  id uuid not null,
  lead_id uuid not null,
  kind text not null,
  actor_id uuid,
  data jsonb not null default '{}',
  created_at timestamptz not null default now(),
  primary key (organization_id, id),
  foreign key (organization_id, lead_id) references lead (organization_id, id)
);
create index activity_of_lead on activity (organization_id, lead_id, created_at desc);

create table audit_entry (
  organization_id uuid not null references organization (id),
  id uuid not null,
  actor text not null,
  action text not null,
  outcome text not null check (outcome in ('done', 'refused')),
  data jsonb not null default '{}',
  created_at timestamptz not null default now(),
  primary key (organization_id, id)
);
create index audit_entry_by_time on audit_entry (organization_id, created_at desc);

-- Transactional inbox: raw calls, stored before anyone parses them. Not tenant-owned: one call may carry the
-- messages of several organizations, and who they are is known only after reading.
create table inbound_event (
  id uuid primary key,
  source text not null,
  dedupe_key bytea not null,
  lane text,
  body bytea not null,
  state text not null default 'pending' check (state in ('pending', 'done', 'dead')),
  attempts integer not null default 0,
  due_at timestamptz not null default now(),
  lease_token uuid,
  last_error text,
  received_at timestamptz not null default clock_timestamp(),
  done_at timestamptz,
  unique (source, dedupe_key)
);
create index inbound_event_pending on inbound_event (source, id) where state = 'pending';
create index inbound_event_lane on inbound_event (source, lane, id) where state = 'pending' and lane is not null;
create index inbound_event_done on inbound_event (done_at) where state = 'done';

-- Items of a raw call that could not become ours: kept alone, with the reason, beside those that could.
create table quarantined_item (
  id uuid primary key,
  inbound_event_id uuid not null,
  organization_id uuid,
  path text not null,
  reason text not null,
  item jsonb,
  created_at timestamptz not null default now()
);
create index quarantined_item_by_event on quarantined_item (inbound_event_id);

-- What a network says about an account rather than a conversation: kept until something here acts on it.
create table channel_notice (
  id uuid primary key,
  inbound_event_id uuid not null,
  organization_id uuid,
  network text not null,
  topic text not null,
  data jsonb not null,
  created_at timestamptz not null default now(),
  unique (inbound_event_id, id)
);
create index channel_notice_by_topic on channel_notice (network, topic, created_at desc);

-- Delivery states that came before the message they speak of had its external id.
create table early_delivery_state (
  organization_id uuid not null,
  channel_account_id uuid not null,
  external_id text not null,
  state text not null,
  at timestamptz not null,
  failure jsonb,
  received_at timestamptz not null default now(),
  primary key (organization_id, channel_account_id, external_id, state)
);

-- Transactional outbox: what happened, and one delivery row per subscriber that still has to hear of it.
create table domain_event (
  organization_id uuid not null,
  id uuid not null,
  type text not null,
  data jsonb not null,
  occurred_at timestamptz not null default now(),
  primary key (organization_id, id)
);
create index domain_event_by_time on domain_event (occurred_at);

create table event_delivery (
  organization_id uuid not null,
  id bigint generated always as identity,
  event_id uuid not null,
  subscriber text not null,
  -- Deliveries of one lane are made one after another; usually the lead.
  lane text not null,
  state text not null default 'pending' check (state in ('pending', 'dead')),
  attempts integer not null default 0,
  due_at timestamptz not null default now(),
  lease_token uuid,
  lease_until timestamptz,
  last_error text,
  created_at timestamptz not null default now(),
  primary key (organization_id, id)
);
create index event_delivery_lane on event_delivery (subscriber, lane, id) where state = 'pending';
create index event_delivery_due on event_delivery (subscriber, id) where state = 'pending';

-- The queue in front of the customers' networks: a row lives from the wish to send until its end is known.
create table outbound_send (
  organization_id uuid not null,
  message_id uuid not null,
  conversation_id uuid not null,
  channel_account_id uuid not null,
  id bigint generated always as identity,
  attempts integer not null default 0,
  due_at timestamptz not null default now(),
  lease_token uuid,
  lease_until timestamptz,
  -- Set in the statement that marks the message as sending. A lease that ran out with this set means that nobody
  -- knows whether the network took it.
  sending_at timestamptz,
  created_at timestamptz not null default now(),
  primary key (organization_id, message_id),
  foreign key (organization_id, message_id) references message (organization_id, id)
);
create index outbound_send_lane on outbound_send (conversation_id, id);
create index outbound_send_order on outbound_send (id);

-- The queue in front of the staff's chats, paced per chat.
create table staff_chat (
  organization_id uuid not null references organization (id),
  id text not null,
  kind text not null check (kind in ('private', 'group')),
  -- Generic cell rate: the time up to which this chat's allowance is used.
  paced_until timestamptz not null default '-infinity',
  blocked_until timestamptz not null default '-infinity',
  lease_until timestamptz not null default '-infinity',
  primary key (organization_id, id)
);

create table staff_post (
  organization_id uuid not null,
  id bigint generated always as identity,
  chat_id text not null,
  -- Makes asking for the same post twice harmless, and is the name by which other posts refer to it.
  key text not null,
  -- Pending posts with the same merge key fold into the newest.
  merge_key text,
  -- 1: what customers say, and answers to staff; 2: cards and their changes; 3: ticks.
  urgency smallint not null check (urgency between 1 and 3),
  -- Whether it counts against the chat's allowance (a message or an edit does, a reaction does not).
  counted boolean not null default true,
  content jsonb not null,
  reply_to_key text,
  target_key text,
  lead_id uuid,
  state text not null default 'pending' check (state in ('pending', 'sent', 'failed')),
  attempts integer not null default 0,
  due_at timestamptz not null default now(),
  lease_token uuid,
  lease_until timestamptz,
  external_id bigint,
  last_error text,
  created_at timestamptz not null default now(),
  done_at timestamptz,
  primary key (organization_id, id),
  unique (organization_id, chat_id, key),
  foreign key (organization_id, chat_id) references staff_chat (organization_id, id)
);
create unique index staff_post_merge on staff_post (organization_id, chat_id, merge_key)
  where state = 'pending' and lease_token is null and merge_key is not null;
create index staff_post_pending on staff_post (organization_id, chat_id, urgency, id) where state = 'pending';
create index staff_post_by_external on staff_post (organization_id, chat_id, external_id)
  where external_id is not null;
-- Which chats show a lead, and under which card.
create index staff_post_of_lead on staff_post (organization_id, lead_id, id) where lead_id is not null;
create index staff_post_done on staff_post (done_at) where done_at is not null;

-- Allowance of a whole bot: all chats together.
create table staff_pace (
  bot text primary key,
  paced_until timestamptz not null default '-infinity'
);

do $$
declare
  tenant_table text;
begin
  foreach tenant_table in array array[
    'member', 'invitation', 'channel_account', 'contact', 'contact_identity', 'lead', 'conversation', 'message',
    'attachment', 'note', 'activity', 'audit_entry', 'early_delivery_state', 'domain_event', 'event_delivery',
    'outbound_send', 'staff_chat', 'staff_post']
  loop
    execute format('alter table %I enable row level security', tenant_table);
    execute format('alter table %I force row level security', tenant_table);
    execute format(
      'create policy own_organization on %I to parley_app using (organization_id = parley_organization())
       with check (organization_id = parley_organization())', tenant_table);
    execute format('grant select, insert, update, delete on %I to parley_app', tenant_table);
  end loop;
  foreach tenant_table in array array['event_delivery', 'outbound_send', 'staff_chat', 'staff_post',
    'early_delivery_state']
  loop
    execute format('create policy relay on %I to parley_app using (parley_relaying())', tenant_table);
  end loop;
end $$;

alter table organization enable row level security;
alter table organization force row level security;
create policy own_organization on organization to parley_app
  using (id = parley_organization()) with check (id = parley_organization());
grant select, insert, update on organization to parley_app;

-- Asked at start, before any organization is known: which is the first.
create policy routing on organization for select to parley_app using (parley_relaying());
create policy own_memberships on member for select to parley_app using (telegram_user_id = parley_person());
-- Routing: which organization a network's account belongs to is asked before the organization is known.
create policy routing on channel_account for select to parley_app using (parley_relaying());
create policy relay_reads on domain_event for select to parley_app using (parley_relaying());
create policy relay_prunes on domain_event for delete to parley_app using (parley_relaying());

-- Raw calls: any edge may add, only the claim loops may look.
alter table inbound_event enable row level security;
alter table inbound_event force row level security;
create policy anyone_adds on inbound_event for insert to parley_app with check (true);
create policy relay on inbound_event to parley_app using (parley_relaying());
alter table quarantined_item enable row level security;
alter table quarantined_item force row level security;
create policy relay on quarantined_item to parley_app using (parley_relaying());
alter table channel_notice enable row level security;
alter table channel_notice force row level security;
create policy relay on channel_notice to parley_app using (parley_relaying());
grant select, insert, update, delete on inbound_event, quarantined_item, channel_notice to parley_app;
grant select, insert, update on staff_pace to parley_app;

-- What has been written about what people did is never changed.
revoke update, delete on activity, audit_entry from parley_app;
revoke delete on organization, member, lead, message, conversation, contact, note from parley_app;
