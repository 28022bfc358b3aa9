-- Who gets which lead: presence and shifts, office hours, methods and rules of assignment, and leads that wait for somebody.

-- Apart from `member`, whose rows every command of a member holds: what is written here waits for none of them.
create table presence (
  organization_id uuid not null,
  member_id uuid not null,
  -- When he last wrote or pressed something, to the minute.
  last_active_at timestamptz,
  -- Null: he has said nothing, so the office hours say it.
  shift text check (shift in ('on', 'break', 'off')),
  shift_since timestamptz,
  -- So many open leads at most are given to him; null: as many as to everybody.
  capacity integer check (capacity between 1 and 1000),
  last_assigned_at timestamptz,
  primary key (organization_id, member_id),
  foreign key (organization_id, member_id) references member (organization_id, id)
);

create table assignment_setting (
  organization_id uuid primary key references organization (id),
  -- For leads that no rule is about. `claim`: whoever claims one has it.
  method text not null default 'claim' check (method in ('claim', 'round-robin', 'balanced')),
  -- Null: no limit.
  capacity integer check (capacity between 1 and 1000),
  -- A lead goes back when its owner has left the customer without an answer for so many minutes of office hours; null: never.
  absence_minutes integer check (absence_minutes between 1 and 10080),
  -- A lead whose customer waits goes back when its owner has said that his shift is over.
  returns_off_shift boolean not null default false
);

create table assignment_rule (
  organization_id uuid not null references organization (id),
  id uuid not null,
  -- The first that is about a lead decides.
  position integer not null,
  -- What the lead must be like; null: anything.
  channel_account_id uuid,
  source text,
  language text,
  -- Who served the person before belongs to this team.
  team_id uuid,
  method text not null default 'balanced' check (method in ('round-robin', 'balanced')),
  -- Whom it gives leads to: the members of a team; null: those of assignment_rule_member.
  target_team_id uuid,
  created_by uuid not null,
  created_at timestamptz not null default now(),
  primary key (organization_id, id),
  foreign key (organization_id, channel_account_id) references channel_account (organization_id, id) on delete cascade,
  foreign key (organization_id, team_id) references team (organization_id, id) on delete cascade,
  foreign key (organization_id, target_team_id) references team (organization_id, id) on delete cascade,
  foreign key (organization_id, created_by) references member (organization_id, id)
);

create table assignment_rule_member (
  organization_id uuid not null,
  rule_id uuid not null,
  member_id uuid not null,
  primary key (organization_id, rule_id, member_id),
  foreign key (organization_id, rule_id) references assignment_rule (organization_id, id) on delete cascade,
  foreign key (organization_id, member_id) references member (organization_id, id)
);

-- A lead that is to be given to somebody by the rules: once for each event that asks for it.
create table assignment_request (
  organization_id uuid not null,
  id uuid not null,
  lead_id uuid not null,
  -- From whom it came back: he does not get it again.
  from_id uuid,
  created_at timestamptz not null default now(),
  -- Null: nobody was available yet.
  settled_at timestamptz,
  outcome text check (outcome in ('assigned', 'claim', 'moot')),
  primary key (organization_id, id),
  foreign key (organization_id, lead_id) references lead (organization_id, id) on delete cascade,
  foreign key (organization_id, from_id) references member (organization_id, id)
);
create unique index assignment_request_open on assignment_request (organization_id, lead_id) where settled_at is null;

-- The business is open, on the clocks of the organization's time zone. No rows: always.
create table office_hours (
  organization_id uuid not null references organization (id),
  -- 1: Monday, 7: Sunday.
  weekday smallint not null check (weekday between 1 and 7),
  opens time not null,
  -- Not after `opens`: on the day after.
  closes time not null,
  primary key (organization_id, weekday, opens)
);

create table holiday (
  organization_id uuid not null references organization (id),
  day date not null,
  primary key (organization_id, day)
);

-- How many open leads somebody has: asked for everybody whenever one is given away.
create index lead_load on lead (organization_id, owner_id) where owner_id is not null and closed_at is null;

do $$
declare
  tenant_table text;
begin
  foreach tenant_table in array array['presence', 'assignment_setting', 'assignment_rule', 'assignment_rule_member',
    'assignment_request', 'office_hours', 'holiday'] loop
    execute format('alter table %I enable row level security', tenant_table);
    execute format('alter table %I force row level security', tenant_table);
    execute format(
      'create policy own_organization on %I to parley_app using (organization_id = parley_organization())
       with check (organization_id = parley_organization())', tenant_table);
    execute format('grant select, insert, update, delete on %I to parley_app', tenant_table);
  end loop;
  foreach tenant_table in array array['assignment_setting', 'assignment_request'] loop
    execute format('create policy relay on %I for select to parley_app using (parley_relaying())', tenant_table);
  end loop;
end $$;
