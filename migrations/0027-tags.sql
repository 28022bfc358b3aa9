-- Tags: words of the organization's own that stand on leads.

create table tag (
  organization_id uuid not null references organization (id),
  id uuid not null,
  -- As it was written first.
  name text not null check (name <> ''),
  -- As it is compared: capitals, accents and the like make no other tag.
  key text not null check (key <> ''),
  created_at timestamptz not null default now(),
  primary key (organization_id, id),
  unique (organization_id, key)
);

create table lead_tag (
  organization_id uuid not null,
  lead_id uuid not null,
  tag_id uuid not null,
  by_id uuid,
  created_at timestamptz not null default now(),
  primary key (organization_id, lead_id, tag_id),
  foreign key (organization_id, lead_id) references lead (organization_id, id),
  foreign key (organization_id, tag_id) references tag (organization_id, id),
  foreign key (organization_id, by_id) references member (organization_id, id)
);
create index lead_tag_of_tag on lead_tag (organization_id, tag_id, lead_id);

do $$
declare
  tenant_table text;
begin
  foreach tenant_table in array array['tag', 'lead_tag'] loop
    execute format('alter table %I enable row level security', tenant_table);
    execute format('alter table %I force row level security', tenant_table);
    execute format(
      'create policy own_organization on %I to parley_app using (organization_id = parley_organization())
       with check (organization_id = parley_organization())', tenant_table);
    execute format('grant select, insert, update, delete on %I to parley_app', tenant_table);
  end loop;
end $$;

-- Leads are found by their tags as by anything that was said: part 4 holds those of a lead, and `id` is the lead's.
alter table search_document drop constraint search_document_part_check;
alter table search_document add constraint search_document_part_check check (part between 1 and 4) not valid;
create trigger search_new after insert on lead_tag referencing new table as changed
  for each statement execute function await_search('4', 'lead_id');
create trigger search_gone after delete on lead_tag referencing old table as changed
  for each statement execute function await_search('4', 'lead_id');
