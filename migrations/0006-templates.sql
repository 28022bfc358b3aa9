-- Message templates: what a network has approved for writing to people outside the reply window.

create table message_template (
  organization_id uuid not null,
  id uuid not null,
  channel_account_id uuid not null,
  -- Null until the network has taken it.
  external_id text,
  name text not null,
  -- The network's own language code, such as en_US.
  language text not null,
  category text not null,
  -- The network's own word in capitals; SUBMITTING before it has answered, GONE after it was deleted there.
  status text not null,
  quality text,
  reason text,
  components jsonb not null default '[]',
  created_by uuid,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (organization_id, id),
  unique (organization_id, channel_account_id, name, language),
  foreign key (organization_id, channel_account_id) references channel_account (organization_id, id)
);
create index message_template_external on message_template (organization_id, channel_account_id, external_id)
  where external_id is not null;

alter table message_template enable row level security;
alter table message_template force row level security;
create policy own_organization on message_template to parley_app using (organization_id = parley_organization())
  with check (organization_id = parley_organization());
grant select, insert, update, delete on message_template to parley_app;
