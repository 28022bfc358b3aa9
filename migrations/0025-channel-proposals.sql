-- Accounts that a person is connecting from the bot: verified with the network, and not connected before he says so.

create table channel_proposal (
  organization_id uuid not null references organization (id),
  id uuid not null,
  member_id uuid not null,
  network text not null,
  external_id text not null,
  name text not null,
  -- AES-256-GCM, bound to this row; null once the account is connected.
  sealed_token bytea,
  settings jsonb not null default '{}',
  -- The account that it became.
  channel_account_id uuid,
  expires_at timestamptz not null,
  primary key (organization_id, id),
  foreign key (organization_id, member_id) references member (organization_id, id),
  foreign key (organization_id, channel_account_id) references channel_account (organization_id, id)
);
create index channel_proposal_expires on channel_proposal (expires_at);

alter table channel_proposal enable row level security;
alter table channel_proposal force row level security;
create policy own_organization on channel_proposal to parley_app using (organization_id = parley_organization())
  with check (organization_id = parley_organization());
-- Housekeeping clears what has run out, of all organizations.
create policy relay on channel_proposal to parley_app using (parley_relaying());
grant select, insert, update, delete on channel_proposal to parley_app;

-- A digest of the token that the environment named last. The same again at the next start says nothing new: what a
-- person renewed or disconnected since stays so.
alter table channel_account add column environment_digest bytea;
