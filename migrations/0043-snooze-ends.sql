-- When leads that staff put off come back: what the clock looks at, for all organizations. Whether a lead rests still is said
-- by the lead itself.
create table snooze_end (
  organization_id uuid not null,
  lead_id uuid not null,
  due_at timestamptz not null,
  primary key (organization_id, lead_id),
  foreign key (organization_id, lead_id) references lead (organization_id, id) on delete cascade
);
create index snooze_end_due on snooze_end (due_at);

alter table lead no force row level security;
insert into snooze_end (organization_id, lead_id, due_at)
select organization_id, id, snoozed_until from lead where snoozed_until > now();
alter table lead force row level security;

alter table snooze_end enable row level security;
alter table snooze_end force row level security;
create policy own_organization on snooze_end to parley_app using (organization_id = parley_organization())
  with check (organization_id = parley_organization());
create policy relay on snooze_end for select to parley_app using (parley_relaying());
grant select, insert, update, delete on snooze_end to parley_app;
