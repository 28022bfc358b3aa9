-- Roles of the organization's own, and teams: what members may do, and whose leads they see.

create table staff_role (
  organization_id uuid not null references organization (id),
  id uuid not null,
  name text not null check (name <> ''),
  -- The words of core/team/permissions.ts; one that a version does not know gives nothing.
  permissions text[] not null default '{}',
  -- Whose leads are seen: one's own, those of one's team, or everybody's.
  scope text not null default 'all' check (scope in ('own', 'team', 'all')),
  -- With a scope that is not all: whether open leads that nobody has are seen too, to claim them.
  unclaimed boolean not null default true,
  created_by uuid not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (organization_id, id),
  foreign key (organization_id, created_by) references member (organization_id, id)
);
create unique index staff_role_name on staff_role (organization_id, lower(name));

create table team (
  organization_id uuid not null references organization (id),
  id uuid not null,
  name text not null check (name <> ''),
  created_at timestamptz not null default now(),
  primary key (organization_id, id)
);
create unique index team_name on team (organization_id, lower(name));

-- `role` stays: for a role of the organization's own it is the nearest of the four below it, agent or viewer, which is
-- also what a version before this one takes it for.
alter table member
  add column role_id uuid,
  add column team_id uuid,
  add foreign key (organization_id, role_id) references staff_role (organization_id, id),
  add foreign key (organization_id, team_id) references team (organization_id, id),
  add check (role_id is null or role in ('agent', 'viewer'));
create index member_of_role on member (organization_id, role_id) where role_id is not null;
create index member_of_team on member (organization_id, team_id) where team_id is not null;

alter table invitation
  add column role_id uuid,
  add foreign key (organization_id, role_id) references staff_role (organization_id, id) on delete cascade,
  add check (role_id is null or role in ('agent', 'viewer'));

-- Whoever leaves, leaves his role and his team behind, and whoever is made an owner or admin his role, whichever version
-- does it.
create function leave_role() returns trigger language plpgsql as $$
begin
  new.role_id := null;
  if new.state = 'removed' then
    new.team_id := null;
  end if;
  return new;
end $$;
create trigger leave_role before update of state, role on member for each row
  when (new.state = 'removed' or new.role in ('owner', 'admin')) execute function leave_role();

do $$
declare
  tenant_table text;
begin
  foreach tenant_table in array array['staff_role', 'team'] loop
    execute format('alter table %I enable row level security', tenant_table);
    execute format('alter table %I force row level security', tenant_table);
    execute format(
      'create policy own_organization on %I to parley_app using (organization_id = parley_organization())
       with check (organization_id = parley_organization())', tenant_table);
    execute format('grant select, insert, update, delete on %I to parley_app', tenant_table);
  end loop;
end $$;
-- Before any organization is known, a person finds his memberships, with the roles that he has in them.
create policy own_memberships on staff_role for select to parley_app using (exists (select from member m
  where m.organization_id = staff_role.organization_id and m.role_id = staff_role.id
    and m.telegram_user_id = parley_person()));
