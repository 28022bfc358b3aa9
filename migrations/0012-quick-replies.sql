-- Quick replies: answers that are written once and sent often, of one member or of everybody.

create table quick_reply (
  organization_id uuid not null references organization (id),
  id uuid not null,
  -- Null: everybody's.
  owner_id uuid,
  -- What it is called by: small letters, digits, _ and -.
  shortcut text not null check (shortcut <> ''),
  body text not null check (body <> ''),
  category text,
  uses integer not null default 0,
  last_used_at timestamptz,
  -- The newest use that was counted, so that hearing of it twice counts it once.
  last_use_key text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (organization_id, id),
  unique nulls not distinct (organization_id, owner_id, shortcut),
  foreign key (organization_id, owner_id) references member (organization_id, id)
);

alter table quick_reply enable row level security;
alter table quick_reply force row level security;
create policy own_organization on quick_reply to parley_app using (organization_id = parley_organization())
  with check (organization_id = parley_organization());
grant select, insert, update, delete on quick_reply to parley_app;
