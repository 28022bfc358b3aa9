-- What comes in besides a customer's message: what the business wrote elsewhere, old chats, changes of what was said,
-- and what networks say about people and accounts.

alter table message
  -- When the sender changed it; `body` is what it says now, `data.originalBody` what it said first.
  add column edited_at timestamptz,
  add column revoked_at timestamptz,
  -- Our copy is gone, as the network demanded: only the row's place in the conversation is left.
  add column erased_at timestamptz,
  -- What the network charges for it: category, type, billable, model.
  add column cost jsonb,
  -- Where it was written or came from: this desk's channel, the network's own app, or an import of old chats.
  add column source text not null default 'desk' check (source in ('desk', 'phone', 'history')),
  -- The parts of an album have one id.
  add column album_id text,
  -- The echo of that message of ours, stored before we knew: never shown, since the other one is.
  add column twin_of uuid;
-- What went out to a person, for echoes that look for their message and for "everything up to then was read".
create index message_to_person on message (organization_id, conversation_id, sent_at) where direction = 'outbound';
-- The versions of a message that was edited, which go with it when it is erased.
create index message_version on message (organization_id, channel_account_id, reply_to_external_id)
  where kind = 'edit';

-- Imported with old chats: nobody's work until the person writes again.
alter table lead add column imported boolean not null default false;
create index lead_at_work on lead (organization_id) where closed_at is null and not imported;

-- Up to when everything sent to the person has come and was read, where the network tells it so.
alter table conversation
  add column delivered_until timestamptz,
  add column read_until timestamptz;

alter table channel_account
  -- How the network says the account stands; `import`: how far the import of old chats has come.
  add column facts jsonb not null default '{}',
  -- What threatens it, by code: {"since", "title", "detail"}. Owners are told once until it is over.
  add column dangers jsonb not null default '{}',
  -- The network's own time of what it last said about the account's state: what is older changes nothing.
  add column told_at timestamptz;
create index channel_account_of_business on channel_account (network, (settings->>'businessAccountId'))
  where settings ? 'businessAccountId';

alter table early_delivery_state add column cost jsonb;

-- Changes of messages that came before the message itself.
create table early_change (
  organization_id uuid not null,
  channel_account_id uuid not null,
  external_id text not null,
  change text not null check (change in ('edited', 'revoked', 'erased')),
  body text,
  at timestamptz not null,
  received_at timestamptz not null default now(),
  primary key (organization_id, channel_account_id, external_id, change)
);
create index early_change_by_time on early_change (received_at);
alter table early_change enable row level security;
alter table early_change force row level security;
create policy own_organization on early_change to parley_app using (organization_id = parley_organization())
  with check (organization_id = parley_organization());
create policy relay on early_change to parley_app using (parley_relaying());
grant select, insert, update, delete on early_change to parley_app;

-- An item for an account that nobody has connected yet is taken up when somebody does.
alter table quarantined_item
  add column awaits_network text,
  add column awaits_account text;
-- An owner who is no superuser is held by forced row-level security too, and would change nothing.
alter table quarantined_item no force row level security;
update quarantined_item set awaits_network = item->>'network', awaits_account = item->>'account'
  where organization_id is null and reason = 'nobody here has connected this account';
alter table quarantined_item force row level security;
create index quarantined_item_awaiting on quarantined_item (awaits_network, awaits_account)
  where awaits_account is not null;
create index quarantined_item_by_time on quarantined_item (created_at);
create index channel_notice_by_event on channel_notice (inbound_event_id);
