-- Wizards: dialogues of several steps between a member and the staff bot, and how far each has come. A member has one.

create table wizard (
  organization_id uuid not null references organization (id),
  member_id uuid not null,
  -- Null: none is under way.
  name text,
  -- Of its steps: what was said to other steps cannot be gone on with.
  version integer,
  -- AES-256-GCM, bound to this row: people put telephone numbers and tokens into wizards.
  sealed_state bytea,
  -- Rises with each change: of two who go on from the same place, the second does not.
  revision integer not null,
  -- The updates that it has heard, the newest last, so that each counts once.
  heard text[] not null,
  expires_at timestamptz not null,
  primary key (organization_id, member_id),
  foreign key (organization_id, member_id) references member (organization_id, id),
  check (name is null or (version is not null and sealed_state is not null))
);
create index wizard_expires on wizard (expires_at);

alter table wizard enable row level security;
alter table wizard force row level security;
create policy own_organization on wizard to parley_app using (organization_id = parley_organization())
  with check (organization_id = parley_organization());
-- Housekeeping clears what has run out, of all organizations.
create policy relay on wizard to parley_app using (parley_relaying());
grant select, insert, update, delete on wizard to parley_app;

-- For whom a link is meant, in the words of the one who made it.
alter table invitation add column name text check (name <> '');
