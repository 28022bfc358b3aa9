-- Search: what people say and are called, normalised, each text under the keys that find it.
--
-- A table of its own, filled behind the messages, and no index on them: taking messages in stays as quick as it was, and
-- how texts are normalised is said once, in core/search, for what is kept and for what is looked for. Nothing but
-- PostgreSQL's own is used: pg_trgm knows no letter outside ASCII where the database was made with the C locale.

create table search_document (
  organization_id uuid not null references organization (id),
  -- 1: a person, by names and identities; 2: a message; 3: a note. `id` is that row's.
  part smallint not null check (part between 1 and 3),
  id uuid not null,
  -- Of a person null: he may have several.
  lead_id uuid,
  at timestamptz not null,
  -- Normalised, with a space before and behind.
  words text not null,
  grams integer[] not null,
  primary key (organization_id, part, id)
);
-- Newest first: for words that are everywhere, of which nobody wants to see all.
create index search_document_texts on search_document (organization_id, at, id) where part > 1;
create index search_document_people on search_document (organization_id, at, id) where part = 1;
create index search_document_of_lead on search_document (organization_id, lead_id) where lead_id is not null;
-- For words that are rare. The keys are hashed with the organization, so the index needs no column for it. Its pending
-- list is kept short, since each search reads all of it.
create index search_document_grams on search_document using gin (grams) with (gin_pending_list_limit = 512);

-- What has to be read anew. No key: hearing of something twice does no harm, and writing here is nearly free.
create table search_pending (
  organization_id uuid not null,
  part smallint not null,
  id uuid not null
);

do $$
declare
  tenant_table text;
begin
  foreach tenant_table in array array['search_document', 'search_pending'] loop
    execute format('alter table %I enable row level security', tenant_table);
    execute format('alter table %I force row level security', tenant_table);
    execute format(
      'create policy own_organization on %I to parley_app using (organization_id = parley_organization())
       with check (organization_id = parley_organization())', tenant_table);
    execute format('grant select, insert, update, delete on %I to parley_app', tenant_table);
  end loop;
  create policy relay on search_pending to parley_app using (parley_relaying());
  -- For the function below, which runs as the owner of the tables and asks for the organization itself.
  execute format('create policy searching on search_document for select to %I using (true)', current_user);
end $$;

-- The newest documents of the transaction's organization that hold all patterns, one for each lead, before a place in the
-- order of time. First among the newest `walked`, whatever the words; then, where those were not enough, by the index.
--
-- It runs as the owner of the tables: under row-level security PostgreSQL asks no index about LIKE or about arrays, since
-- their operators might tell of rows that the policy hides. What it may see is not the caller's to say: the
-- organization is the transaction's, as in the policies, and only ids come back.
create function search_documents(people boolean, patterns text[], keys integer[], before_at timestamptz,
  before_id uuid, most integer, walked integer)
returns table (part smallint, id uuid, lead_id uuid, at timestamptz)
language plpgsql stable security definer
set search_path = public, pg_temp
set enable_seqscan = off
set jit = off
as $$
declare
  own constant uuid := parley_organization();
  fence_at timestamptz;
  fence_id uuid;
  found_leads uuid[];
  found_count integer;
  known constant text := case when people then 'part = 1' else 'part > 1' end;
  -- A lead that a newer text has shown already.
  fresh constant text := case when people or before_at is null then 'true' else
    'not exists (select 1 from search_document n where n.organization_id = $1 and n.lead_id = hit.lead_id and n.part > 1
       and (n.at, n.id) >= ($4, $5) and n.words like all($2))' end;
begin
  if own is null or cardinality(patterns) = 0 then return; end if;
  before_at := coalesce(before_at, 'infinity');
  before_id := coalesce(before_id, 'ffffffff-ffff-ffff-ffff-ffffffffffff');
  for part, id, lead_id, at in execute format(
    'select hit.part, hit.id, hit.lead_id, hit.at from (
       select distinct on (coalesce(w.lead_id, w.id)) w.part, w.id, w.lead_id, w.at from (
         select d.part, d.id, d.lead_id, d.at, d.words from search_document d
         where d.organization_id = $1 and d.%s and (d.at, d.id) < ($4, $5)
         order by d.at desc, d.id desc limit $7) w
       where w.words like all($2)
       order by coalesce(w.lead_id, w.id), w.at desc, w.id desc) hit
     where %s order by hit.at desc, hit.id desc limit $6', known, fresh)
    using own, patterns, keys, before_at, before_id, most, walked
  loop
    found_leads := array_append(found_leads, coalesce(lead_id, id));
    return next;
  end loop;
  found_count := coalesce(cardinality(found_leads), 0);
  if found_count >= most then return; end if;
  execute format(
    'select d.at, d.id from search_document d where d.organization_id = $1 and d.%s and (d.at, d.id) < ($2, $3)
     order by d.at desc, d.id desc offset $4 limit 1', known)
    into fence_at, fence_id using own, before_at, before_id, walked - 1;
  if fence_at is null then return; end if;
  return query execute format(
    'select hit.part, hit.id, hit.lead_id, hit.at from (
       select distinct on (coalesce(d.lead_id, d.id)) d.part, d.id, d.lead_id, d.at from search_document d
       where d.grams @> $3 and d.organization_id = $1 and d.%s and (d.at, d.id) < ($7, $8) and d.words like all($2)
         and coalesce(d.lead_id, d.id) <> all($9)
       order by coalesce(d.lead_id, d.id), d.at desc, d.id desc) hit
     where %s order by hit.at desc, hit.id desc limit $6', known, fresh)
    using own, patterns, keys, before_at, before_id, most - found_count, fence_at, fence_id,
      coalesce(found_leads, '{}');
end $$;
revoke execute on function search_documents from public;
grant execute on function search_documents to parley_app;

-- Whoever writes need not know of this: also a process of the version before this one.
create function await_search() returns trigger language plpgsql as $$
begin
  execute format('insert into search_pending (organization_id, part, id)
    select distinct organization_id, %s, %I from changed', tg_argv[0], tg_argv[1]);
  return null;
end $$;
create function await_search_again() returns trigger language plpgsql as $$
begin
  insert into search_pending (organization_id, part, id) values (new.organization_id, tg_argv[0]::smallint, new.id);
  return null;
end $$;
create function await_people_again() returns trigger language plpgsql as $$
begin
  insert into search_pending (organization_id, part, id)
  values (new.organization_id, 1, old.contact_id), (new.organization_id, 1, new.contact_id);
  return null;
end $$;
-- What must be forgotten is forgotten at once; whoever reads it at this very moment hears of it once more.
create function forget_search() returns trigger language plpgsql as $$
begin
  delete from search_document where organization_id = new.organization_id and part = 2 and id = new.id;
  insert into search_pending (organization_id, part, id) values (new.organization_id, 2, new.id);
  return null;
end $$;

create trigger search_new after insert on message referencing new table as changed
  for each statement execute function await_search('2', 'id');
create trigger search_changed after update on message for each row
  when (new.erased_at is null and (old.body is distinct from new.body or old.lead_id <> new.lead_id
    or old.twin_of is distinct from new.twin_of))
  execute function await_search_again('2');
create trigger search_erased after update on message for each row
  when (new.erased_at is not null and old.erased_at is null) execute function forget_search();
create trigger search_new after insert on note referencing new table as changed
  for each statement execute function await_search('3', 'id');
create trigger search_changed after update on note for each row
  when (old.body is distinct from new.body or old.lead_id <> new.lead_id)
  execute function await_search_again('3');
create trigger search_new after insert on contact referencing new table as changed
  for each statement execute function await_search('1', 'id');
create trigger search_changed after update on contact for each row
  when (old.name is distinct from new.name or old.merged_into is distinct from new.merged_into)
  execute function await_search_again('1');
create trigger search_new after insert on contact_identity referencing new table as changed
  for each statement execute function await_search('1', 'contact_id');
create trigger search_changed after update on contact_identity for each row
  when (old.contact_id <> new.contact_id or old.value <> new.value)
  execute function await_people_again();
create trigger search_gone after delete on contact_identity referencing old table as changed
  for each statement execute function await_search('1', 'contact_id');

-- An owner who is no superuser is held by forced row-level security too, and would see nothing.
do $$
declare
  read_table text;
begin
  foreach read_table in array array['contact', 'message', 'note'] loop
    execute format('alter table %I no force row level security', read_table);
  end loop;
  alter table search_pending no force row level security;
  insert into search_pending select organization_id, 1, id from contact;
  insert into search_pending select organization_id, 3, id from note;
  insert into search_pending select organization_id, 2, id from message where erased_at is null;
  foreach read_table in array array['contact', 'message', 'note', 'search_pending'] loop
    execute format('alter table %I force row level security', read_table);
  end loop;
end $$;
