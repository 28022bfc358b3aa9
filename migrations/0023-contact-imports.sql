-- Lists of people that staff send as a file: what the file is, what its columns are, and how far it has come. The row is
-- its own place in the queue of what has to be done about it.

create table contact_import (
  organization_id uuid not null references organization (id),
  id uuid not null,
  by_id uuid not null,
  -- Where the member sent the file, so that hearing of it twice makes one import.
  idempotency_key text not null,
  -- Of the member: what is written for him, such as the rows that were left out, is in it.
  language text not null,
  -- Where the file is fetched from: {"network": "telegram_staff", "mediaId": "…"}.
  source jsonb not null,
  file_name text not null,
  size bigint,
  -- reading: the file is fetched and looked at. mapping: the member says what its columns are. checking: a run that writes
  -- nothing. checked: the member looks at what it found. running, undoing. refused: the file cannot be read. done, undone;
  -- cancelled: given up by the member or by time, with what was imported until then.
  state text not null default 'reading' check (state in ('reading', 'mapping', 'checking', 'checked', 'running', 'done',
    'undoing', 'undone', 'cancelled', 'refused')),
  format jsonb,
  columns jsonb,
  mapping jsonb,
  -- When its bytes came into the media store, under the key of this row's id.
  stored_at timestamptz,
  -- What the check found, what the run has done so far, and what was taken back: rows by their end.
  found jsonb,
  done jsonb,
  undone jsonb,
  -- The first of the rows that are left out, and why.
  faults jsonb not null default '[]',
  -- Why it was refused: {"code": "…", "line": 12}.
  failure jsonb,
  -- Up to which row the run has come; each step moves it in the transaction that writes its rows.
  rows_done integer not null default 0,
  -- The file of the rows that the check left out, in the media store.
  report_id uuid,
  report_size bigint,
  attempts integer not null default 0,
  -- When there is something to do about it: in a state in which a person has the next word, when it is too old for that.
  due_at timestamptz not null default now(),
  lease_token uuid,
  lease_until timestamptz,
  told_at timestamptz not null default '-infinity',
  created_at timestamptz not null default now(),
  started_at timestamptz,
  finished_at timestamptz,
  primary key (organization_id, id),
  unique (organization_id, idempotency_key),
  foreign key (organization_id, by_id) references member (organization_id, id)
);
create index contact_import_due on contact_import (due_at) where due_at < 'infinity';
create index contact_import_by_time on contact_import (organization_id, created_at desc);
create index contact_import_report on contact_import (organization_id, report_id) where report_id is not null;

-- What became of each row, for as long as an import can be undone. Its key is what makes a row count once.
create table contact_import_row (
  organization_id uuid not null,
  import_id uuid not null,
  number integer not null,
  contact_id uuid not null,
  lead_id uuid not null,
  -- Whether the lead began with this row; otherwise it was there and the row was added to it.
  opened boolean not null,
  created_at timestamptz not null default now(),
  primary key (organization_id, import_id, number),
  foreign key (organization_id, import_id) references contact_import (organization_id, id)
);

do $$
declare
  tenant_table text;
begin
  foreach tenant_table in array array['contact_import', 'contact_import_row'] loop
    execute format('alter table %I enable row level security', tenant_table);
    execute format('alter table %I force row level security', tenant_table);
    execute format(
      'create policy own_organization on %I to parley_app using (organization_id = parley_organization())
       with check (organization_id = parley_organization())', tenant_table);
    execute format('grant select, insert, update, delete on %I to parley_app', tenant_table);
  end loop;
  create policy relay on contact_import to parley_app using (parley_relaying());
  -- For the function below, which runs as the owner of the tables and takes the organization from the transaction.
  foreach tenant_table in array array['contact_import', 'contact_import_row', 'lead', 'contact', 'contact_identity',
    'note', 'activity', 'message', 'conversation', 'reminder', 'merge_suggestion']
  loop
    execute format('create policy taking_back on %I to %I using (organization_id = parley_organization())',
      tenant_table, current_user);
  end loop;
end $$;

-- Takes back rows of an import that is being undone, the last first: a lead that began with a row and that nobody has
-- touched since, with its notes and its history, and the contact, where it began with that row too. Whatever anything
-- else speaks of by now stays, also when that is in a table that this function does not know. The application itself
-- may delete no lead, contact, note or history.
create function take_back_imported(import uuid, most integer)
returns table (number integer, opened boolean, removed boolean, lead_id uuid, contact_id uuid)
language plpgsql security definer
set search_path = public, pg_temp
as $$
declare
  own constant uuid := parley_organization();
  step record;
begin
  perform 1 from contact_import i where i.organization_id = own and i.id = import and i.state = 'undoing' for update;
  if not found then return; end if;
  for step in
    delete from contact_import_row r where r.organization_id = own and r.import_id = import and r.number in (
      select o.number from contact_import_row o where o.organization_id = own and o.import_id = import
      order by o.number desc limit most)
    returning r.*
  loop
    number := step.number;
    opened := step.opened;
    lead_id := step.lead_id;
    contact_id := null;
    removed := false;
    if step.opened then
      begin
        perform 1 from lead l where l.organization_id = own and l.id = step.lead_id and l.merged_into is null
          and l.idempotency_key = 'import:' || import || ':' || step.number
          and not exists (select 1 from message m where m.organization_id = own and m.lead_id = l.id)
          and not exists (select 1 from conversation c where c.organization_id = own
            and (c.lead_id = l.id or c.contact_id = l.contact_id))
          and not exists (select 1 from reminder r where r.organization_id = own and r.lead_id = l.id)
          and not exists (select 1 from note n where n.organization_id = own and n.lead_id = l.id
            and coalesce(n.idempotency_key, '') not like 'import:' || import || ':' || step.number || ':%')
          and not exists (select 1 from activity a where a.organization_id = own and a.lead_id = l.id
            and a.kind <> 'lead.opened')
        for update;
        if found then
          delete from activity a where a.organization_id = own and a.lead_id = step.lead_id;
          delete from note n where n.organization_id = own and n.lead_id = step.lead_id;
          delete from lead l where l.organization_id = own and l.id = step.lead_id;
          removed := true;
          begin
            -- Made by the same transaction: now() is one moment in it.
            perform 1 from contact c where c.organization_id = own and c.id = step.contact_id
              and c.created_at = step.created_at for update;
            if found then
              delete from merge_suggestion s where s.organization_id = own and s.state = 'open'
                and step.contact_id in (s.contact_id, s.other_id);
              -- A time that has been through JavaScript has lost its microseconds.
              delete from contact_identity i where i.organization_id = own and i.contact_id = step.contact_id
                and i.valid_from >= date_trunc('milliseconds', step.created_at);
              delete from contact c where c.organization_id = own and c.id = step.contact_id;
              contact_id := step.contact_id;
            end if;
          exception when foreign_key_violation then
            contact_id := null;
          end;
        end if;
      exception when foreign_key_violation then
        removed := false;
        contact_id := null;
      end;
    end if;
    return next;
  end loop;
end $$;
revoke execute on function take_back_imported from public;
grant execute on function take_back_imported to parley_app;
