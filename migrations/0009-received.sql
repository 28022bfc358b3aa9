-- What the receiving side joins afterwards.

-- Conversations of which the network said "delivered" or "read up to then" while something was being sent in them:
-- neither that transaction nor the sender's may have seen the other.
create table early_watermark (
  organization_id uuid not null,
  conversation_id uuid not null,
  received_at timestamptz not null default now(),
  primary key (organization_id, conversation_id)
);
create index early_watermark_by_time on early_watermark (received_at);
alter table early_watermark enable row level security;
alter table early_watermark force row level security;
create policy own_organization on early_watermark to parley_app using (organization_id = parley_organization())
  with check (organization_id = parley_organization());
create policy relay on early_watermark to parley_app using (parley_relaying());
grant select, insert, update, delete on early_watermark to parley_app;

create index early_delivery_state_by_time on early_delivery_state (received_at, organization_id);

-- What a process of the version before put aside because its statements no longer fitted the tables: see
-- core/inbox/take-up-outdated.ts, which asks by the same condition.
create index quarantined_item_outdated on quarantined_item (created_at)
  where reason like 'there is no unique or exclusion constraint%' or reason like 'column % does not exist%'
    or reason like 'relation % does not exist%';
