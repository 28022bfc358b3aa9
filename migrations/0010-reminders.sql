-- Reminders and digests: the rows are the truth, and a clock (core/jobs) only says when to look at them.

-- Null: the organization's. In which times are told to the member, and his quiet hours are counted.
alter table member
  add column if not exists time_zone text,
  add column if not exists quiet_from time,
  add column if not exists quiet_until time;
-- For members who have not set their own; null: no quiet hours.
alter table organization
  add column if not exists quiet_from time,
  add column if not exists quiet_until time;

create table reminder (
  organization_id uuid not null,
  id uuid not null,
  lead_id uuid not null,
  -- Whom it reminds, and who wanted it.
  member_id uuid not null,
  by_id uuid not null,
  text text not null default '',
  due_at timestamptz not null,
  -- What a clock on the wall showed at the first time: what repeats, repeats at that time of the day.
  wall timestamp not null,
  repeat text not null default 'none' check (repeat in ('none', 'daily', 'weekly', 'monthly')),
  -- Each time of what repeats is a row of its own, made when the one before fired.
  series_id uuid not null,
  occurrence integer not null default 0,
  -- Counts its changes and firings, so that what was about to be told of an earlier state is not told.
  version integer not null default 0,
  fired_at timestamptz,
  done_at timestamptz,
  done_by uuid,
  cancelled_at timestamptz,
  snoozed integer not null default 0,
  idempotency_key text not null,
  created_at timestamptz not null default now(),
  primary key (organization_id, id),
  unique (organization_id, idempotency_key),
  foreign key (organization_id, lead_id) references lead (organization_id, id),
  foreign key (organization_id, member_id) references member (organization_id, id),
  foreign key (organization_id, by_id) references member (organization_id, id)
);
create index reminder_due on reminder (due_at)
  where fired_at is null and done_at is null and cancelled_at is null;
create index reminder_of_lead on reminder (organization_id, lead_id, due_at)
  where done_at is null and cancelled_at is null;
create index reminder_of_member on reminder (organization_id, member_id, due_at)
  where done_at is null and cancelled_at is null;
create index reminder_of_series on reminder (organization_id, series_id);

create table digest (
  organization_id uuid not null,
  member_id uuid not null,
  kind text not null check (kind in ('morning', 'evening')),
  enabled boolean not null default true,
  -- Null: the usual time of its kind.
  at time,
  -- '-infinity': not worked out yet, or to be worked out anew.
  due_at timestamptz not null default '-infinity',
  -- The member's local day that the last one was for: no day has two.
  last_day date,
  primary key (organization_id, member_id, kind),
  foreign key (organization_id, member_id) references member (organization_id, id)
);
create index digest_due on digest (due_at) where enabled;

-- The policies hold for the owner of the tables too, who is no organization: for the length of a backfill they do not.
alter table member no force row level security;
insert into digest (organization_id, member_id, kind)
select organization_id, id, kind from member cross join (values ('morning'), ('evening')) as k(kind)
where state = 'active';
alter table member force row level security;

-- Whoever adds a member need not know of digests, and whoever changes a time zone need not either.
create function begin_digests() returns trigger language plpgsql as $$
begin
  insert into digest (organization_id, member_id, kind)
  values (new.organization_id, new.id, 'morning'), (new.organization_id, new.id, 'evening') on conflict do nothing;
  return new;
end $$;
create function reset_digests_of_member() returns trigger language plpgsql as $$
begin
  update digest set due_at = '-infinity' where organization_id = new.organization_id and member_id = new.id;
  return new;
end $$;
create function reset_digests_of_organization() returns trigger language plpgsql as $$
begin
  update digest set due_at = '-infinity' where organization_id = new.id;
  return new;
end $$;
create trigger digests after insert on member for each row execute function begin_digests();
create trigger digests_anew after update of time_zone, state on member for each row
  when (old.time_zone is distinct from new.time_zone or old.state is distinct from new.state)
  execute function reset_digests_of_member();
create trigger digests_anew after update of time_zone on organization for each row
  when (old.time_zone is distinct from new.time_zone) execute function reset_digests_of_organization();

do $$
declare
  tenant_table text;
begin
  foreach tenant_table in array array['reminder', 'digest'] loop
    execute format('alter table %I enable row level security', tenant_table);
    execute format('alter table %I force row level security', tenant_table);
    execute format(
      'create policy own_organization on %I to parley_app using (organization_id = parley_organization())
       with check (organization_id = parley_organization())', tenant_table);
    execute format('create policy relay on %I for select to parley_app using (parley_relaying())', tenant_table);
    execute format('grant select, insert, update, delete on %I to parley_app', tenant_table);
  end loop;
end $$;

-- How the jobs of core/jobs went, whichever process ran them. Nobody's data is in it.
create table job_run (
  name text primary key,
  ran_at timestamptz not null,
  ms integer not null,
  failed_at timestamptz,
  failure text
);
grant select, insert, update on job_run to parley_app;

-- The table of Agenda's PostgreSQL store, as its version 3.0.6 would make it itself: the application's login owns nothing
-- and may not make tables. It holds no truth: emptied, it is filled again.
create table if not exists agenda_jobs (
  id uuid primary key default gen_random_uuid(),
  name varchar(255) not null,
  priority integer not null default 0,
  next_run_at timestamptz,
  type varchar(10) not null default 'normal' check (type in ('normal', 'single')),
  locked_at timestamptz,
  last_finished_at timestamptz,
  failed_at timestamptz,
  fail_count integer,
  fail_reason text,
  repeat_timezone varchar(100),
  last_run_at timestamptz,
  repeat_interval varchar(255),
  data jsonb default '{}',
  repeat_at varchar(255),
  disabled boolean default false,
  progress real,
  fork boolean default false,
  last_modified_by varchar(255),
  debounce_started_at timestamptz,
  start_date timestamptz,
  end_date timestamptz,
  skip_days jsonb,
  created_at timestamptz default now(),
  updated_at timestamptz default now()
);
create unique index agenda_jobs_single_job_idx on agenda_jobs (name) where type = 'single';
create index agenda_jobs_find_and_lock_idx on agenda_jobs (name, next_run_at, priority desc, locked_at, disabled)
  where disabled = false;
grant select, insert, update, delete on agenda_jobs to parley_app;
