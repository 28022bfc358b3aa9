-- What a member is told of, and how: his own choices, and what was put together for him or left out.

create table notice_choice (
  organization_id uuid not null,
  member_id uuid not null,
  -- By kind of news its manner; a kind that is not named rings.
  manners jsonb not null default '{}' check (jsonb_typeof(manners) = 'object'),
  -- Kinds that ring in quiet hours too.
  urgent text[] not null default '{mentions}',
  -- When what is put together comes.
  gather text not null default 'hourly' check (gather in ('hourly', 'morning')),
  -- Whether what is for him alone comes to his own chat while the team works in its group.
  place text not null default 'private' check (place in ('private', 'group')),
  primary key (organization_id, member_id),
  foreign key (organization_id, member_id) references member (organization_id, id)
);

create table kept_notice (
  organization_id uuid not null,
  member_id uuid not null,
  -- The event that was not told: hearing of it twice keeps it once.
  event_id text not null,
  lead_id uuid not null,
  kind text not null,
  -- Left out as he chose: counted in his morning's digest, and told in no post of its own.
  left_out boolean not null,
  -- When it is told; once it was told, or when it never is: when its row goes.
  due_at timestamptz not null,
  -- The post that tells of it, together with others; null: none yet.
  batch uuid,
  created_at timestamptz not null default now(),
  primary key (organization_id, member_id, event_id),
  foreign key (organization_id, member_id) references member (organization_id, id),
  foreign key (organization_id, lead_id) references lead (organization_id, id) on delete cascade
);
create index kept_notice_due on kept_notice (due_at);
create index kept_notice_batch on kept_notice (organization_id, batch) where batch is not null;
create index kept_notice_of_lead on kept_notice (organization_id, lead_id);

do $$
declare
  tenant_table text;
begin
  foreach tenant_table in array array['notice_choice', 'kept_notice'] loop
    execute format('alter table %I enable row level security', tenant_table);
    execute format('alter table %I force row level security', tenant_table);
    execute format(
      'create policy own_organization on %I to parley_app using (organization_id = parley_organization())
       with check (organization_id = parley_organization())', tenant_table);
    execute format('grant select, insert, update, delete on %I to parley_app', tenant_table);
  end loop;
  create policy relay on kept_notice for select to parley_app using (parley_relaying());
end $$;
