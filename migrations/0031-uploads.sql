-- Files that strangers send to us themselves, with a website's form: they have no network to be fetched from, so they are put
-- into the store when they come, and become the attachment's own when their message is read. The row is there before the
-- bytes are, so that bytes that nothing came of are found again.
create table upload (
  organization_id uuid not null references organization (id),
  id uuid not null,
  created_at timestamptz not null default now(),
  primary key (organization_id, id)
);
create index upload_age on upload (created_at);
alter table upload enable row level security;
alter table upload force row level security;
create policy own_organization on upload to parley_app using (organization_id = parley_organization())
  with check (organization_id = parley_organization());
create policy relay on upload for select to parley_app using (parley_relaying());
grant select, insert, update, delete on upload to parley_app;

create index attachment_upload on attachment (organization_id, network_media_id)
  where network_media_id like 'upload:%';
