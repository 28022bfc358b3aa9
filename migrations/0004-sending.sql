-- Sending: what a message holds besides its text, and the pace of accounts and people, kept over all processes.

alter table message
  -- What goes out besides `body`: files by the id of their attachment, buttons, a template; null: `body` as it stands.
  add column content jsonb,
  -- Under which of the network's rules it was queued.
  add column within text check (within in ('window', 'human-agent', 'comment'));

alter table outbound_send
  -- People come before machines: what a member wrote is sent before what a campaign has queued.
  add column urgent boolean not null default true,
  -- Since when it is tried without a longer break: patience is counted from here.
  add column trying_since timestamptz;
create index outbound_send_leased on outbound_send (organization_id, channel_account_id, conversation_id)
  where lease_until is not null;

-- The first message of a conversation is found by exactly this index: with others that have a part of the key, a planner
-- without statistics walks through everything of the organization, or of the whole queue.
drop index outbound_send_order;
drop index outbound_send_lane;
create index outbound_send_lane on outbound_send (organization_id, conversation_id, id);

-- One row for each account that has sent something.
create table channel_pace (
  organization_id uuid not null,
  channel_account_id uuid not null,
  -- Generic cell rate: not before this moment, since the account's allowance is used up until then.
  paced_until timestamptz not null default '-infinity',
  -- The network said that the whole account has to wait.
  blocked_until timestamptz not null default '-infinity',
  primary key (organization_id, channel_account_id),
  foreign key (organization_id, channel_account_id) references channel_account (organization_id, id)
);

-- One row for each conversation that something was sent to: when its first queued message may be tried. So the claim
-- reads what may go now and nothing else, however much waits behind it.
create table send_lane (
  organization_id uuid not null,
  conversation_id uuid not null,
  channel_account_id uuid not null,
  -- Kept by the triggers below; infinity: nothing is queued, or the first waits for its files.
  due_at timestamptz not null default 'infinity',
  urgent boolean not null default false,
  -- The same for one person as for the account.
  paced_until timestamptz not null default '-infinity',
  primary key (organization_id, conversation_id)
);
create index send_lane_due on send_lane (organization_id, channel_account_id, urgent, due_at)
  where due_at < 'infinity';

-- A lane is locked before its queue is looked at, and each statement here sees what was committed before it began: of
-- two who change the queue of a conversation at once, the second sees what the first did.
create function refresh_send_lanes(organizations uuid[], conversations uuid[]) returns void language plpgsql as $$
begin
  perform 1 from unnest(organizations, conversations) as c(organization_id, conversation_id)
  join send_lane l on l.organization_id = c.organization_id and l.conversation_id = c.conversation_id
  order by l.organization_id, l.conversation_id for update of l;
  update send_lane l set
    due_at = coalesce((select greatest(s.due_at, l.paced_until) from outbound_send s
      where s.organization_id = l.organization_id and s.conversation_id = l.conversation_id
      order by s.id limit 1), 'infinity'),
    urgent = exists (select 1 from outbound_send s
      where s.organization_id = l.organization_id and s.conversation_id = l.conversation_id and s.urgent)
  from unnest(organizations, conversations) as c(organization_id, conversation_id)
  where l.organization_id = c.organization_id and l.conversation_id = c.conversation_id;
end $$;

create function open_send_lanes() returns trigger language plpgsql as $$
begin
  insert into channel_pace (organization_id, channel_account_id)
  select distinct organization_id, channel_account_id from changed order by 1, 2 on conflict do nothing;
  insert into send_lane (organization_id, conversation_id, channel_account_id)
  select distinct organization_id, conversation_id, channel_account_id from changed order by 1, 2
  on conflict do nothing;
  perform refresh_send_lanes(array_agg(organization_id), array_agg(conversation_id))
  from (select distinct organization_id, conversation_id from changed) lane having count(*) > 0;
  return null;
end $$;

create function shorten_send_lanes() returns trigger language plpgsql as $$
begin
  perform refresh_send_lanes(array_agg(organization_id), array_agg(conversation_id))
  from (select distinct organization_id, conversation_id from changed) lane having count(*) > 0;
  return null;
end $$;

create function move_send_lane() returns trigger language plpgsql as $$
begin
  perform refresh_send_lanes(array[new.organization_id], array[new.conversation_id]);
  return null;
end $$;

create trigger queued after insert on outbound_send referencing new table as changed
  for each statement execute function open_send_lanes();
create trigger ended after delete on outbound_send referencing old table as changed
  for each statement execute function shorten_send_lanes();
create trigger moved after update on outbound_send
  for each row when (old.due_at is distinct from new.due_at) execute function move_send_lane();

-- An owner who is no superuser is held by forced row-level security too, and would change nothing.
alter table outbound_send no force row level security;
insert into channel_pace (organization_id, channel_account_id)
select distinct organization_id, channel_account_id from outbound_send;
insert into send_lane (organization_id, conversation_id, channel_account_id, due_at, urgent)
select distinct on (organization_id, conversation_id) organization_id, conversation_id, channel_account_id, due_at, true
from outbound_send order by organization_id, conversation_id, id;
alter table outbound_send force row level security;

do $$
declare
  tenant_table text;
begin
  foreach tenant_table in array array['channel_pace', 'send_lane'] loop
    execute format('alter table %I enable row level security', tenant_table);
    execute format('alter table %I force row level security', tenant_table);
    execute format(
      'create policy own_organization on %I to parley_app using (organization_id = parley_organization())
       with check (organization_id = parley_organization())', tenant_table);
    execute format('create policy relay on %I to parley_app using (parley_relaying())', tenant_table);
    execute format('grant select, insert, update, delete on %I to parley_app', tenant_table);
  end loop;
end $$;
