-- People over all channels: claims beside proofs, spans of time, threads, merges that can be undone, first and last touch.
--
-- A thread is what one contact brought along before any merge: its id is that of the contact under which an identity or
-- a conversation was first found, and never changes. A merge gives the threads of one contact to another, an undo gives
-- them back, with all that came in on them meanwhile; and an answer in a conversation goes to the identities of its
-- thread, so that two telephones of one merged person stay apart.

alter table contact
  -- Where the name is from; staff's wins over all, the address book's over the network's, and a form only fills a gap.
  add column name_source text check (name_source in ('network', 'form', 'book', 'staff')),
  add column name_at timestamptz,
  add column merged_into uuid;
-- An owner who is no superuser is held by forced row-level security too, and would change nothing.
alter table contact no force row level security;
-- The policies hold for the owner of the tables too, who is no organization: for the length of a backfill they do not.
alter table contact no force row level security;
update contact set name_source = 'network', name_at = created_at where name is not null;
alter table contact force row level security;
alter table contact force row level security;

alter table contact_identity
  -- Said by the person and proved by nobody: good for finding, not for trusting.
  add column claimed boolean not null default false,
  add column thread_id uuid;
-- An owner who is no superuser is held by forced row-level security too, and would change nothing.
alter table contact_identity no force row level security;
update contact_identity set thread_id = contact_id;
alter table contact_identity force row level security;
alter table contact_identity alter column thread_id set not null;
create index contact_identity_past on contact_identity (organization_id, kind, value, valid_until)
  where valid_until is not null;
create index contact_identity_of_thread on contact_identity (organization_id, thread_id);

alter table conversation
  add column thread_id uuid,
  -- The identity that the person last wrote from: where an answer goes.
  add column identity_id uuid;
-- An owner who is no superuser is held by forced row-level security too, and would change nothing.
alter table conversation no force row level security;
alter table conversation no force row level security;
update conversation set thread_id = contact_id;
alter table conversation force row level security;
alter table conversation force row level security;
alter table conversation
  alter column thread_id set not null,
  drop constraint conversation_organization_id_channel_account_id_contact_id_key,
  add constraint conversation_of_thread unique (organization_id, channel_account_id, thread_id);
create index conversation_of_contact on conversation (organization_id, contact_id);

-- Whoever adds a row of a contact that was never merged need not know of threads.
create function begin_thread() returns trigger language plpgsql as $$
begin
  new.thread_id := new.contact_id;
  return new;
end $$;
create trigger thread before insert on contact_identity
  for each row when (new.thread_id is null) execute function begin_thread();
create trigger thread before insert on conversation
  for each row when (new.thread_id is null) execute function begin_thread();

-- `source` and `attribution` are those of the earliest message; null times: those of the lead's beginning.
alter table lead
  add column attributed_at timestamptz,
  -- Last touch: the newest message that an ad, a link or a form brought.
  add column last_source text,
  add column last_attribution jsonb,
  add column last_attributed_at timestamptz,
  -- The older open lead that this one was folded into when their contacts were merged.
  add column merged_into uuid,
  add column idempotency_key text,
  drop constraint lead_check,
  add constraint lead_closed check
    ((closed_at is not null) = (status in ('converted', 'lost') or merged_into is not null));
create unique index lead_idempotency on lead (organization_id, idempotency_key) where idempotency_key is not null;
create index lead_merged on lead (organization_id, merged_into) where merged_into is not null;

create table contact_merge (
  organization_id uuid not null,
  id uuid not null,
  -- In the order of time; only the newest merge of a contact can be undone.
  serial bigint generated always as identity,
  kept_id uuid not null,
  merged_id uuid not null,
  -- The journal: what undoing needs to know of before.
  moved jsonb not null,
  by_id uuid not null,
  created_at timestamptz not null default now(),
  undone_at timestamptz,
  undone_by uuid,
  primary key (organization_id, id),
  foreign key (organization_id, kept_id) references contact (organization_id, id),
  foreign key (organization_id, merged_id) references contact (organization_id, id),
  foreign key (organization_id, by_id) references member (organization_id, id),
  check (kept_id <> merged_id)
);
create unique index contact_merge_standing on contact_merge (organization_id, merged_id) where undone_at is null;
create index contact_merge_of_kept on contact_merge (organization_id, kept_id);

create table merge_suggestion (
  organization_id uuid not null,
  id uuid not null,
  -- A pair has one row, whichever of the two was met first.
  contact_id uuid not null,
  other_id uuid not null,
  reasons text[] not null,
  state text not null default 'open' check (state in ('open', 'dismissed')),
  created_at timestamptz not null default now(),
  decided_at timestamptz,
  decided_by uuid,
  primary key (organization_id, id),
  unique (organization_id, contact_id, other_id),
  foreign key (organization_id, contact_id) references contact (organization_id, id),
  foreign key (organization_id, other_id) references contact (organization_id, id),
  check (contact_id < other_id)
);
create index merge_suggestion_of_other on merge_suggestion (organization_id, other_id);

-- What a person wants to be sent; as for conversations, thread_id outlives merges.
create table contact_preference (
  organization_id uuid not null,
  contact_id uuid not null,
  thread_id uuid not null,
  channel_account_id uuid not null,
  category text not null,
  wants boolean not null,
  at timestamptz not null,
  primary key (organization_id, thread_id, channel_account_id, category),
  foreign key (organization_id, contact_id) references contact (organization_id, id),
  foreign key (organization_id, channel_account_id) references channel_account (organization_id, id)
);
create index contact_preference_of_contact on contact_preference (organization_id, contact_id);

-- Whether a person can be written to through an account, where the network has said so.
create table contact_reachability (
  organization_id uuid not null,
  contact_id uuid not null,
  thread_id uuid not null,
  channel_account_id uuid not null,
  state text not null check (state in ('blocked', 'reachable')),
  at timestamptz not null,
  primary key (organization_id, thread_id, channel_account_id),
  foreign key (organization_id, contact_id) references contact (organization_id, id),
  foreign key (organization_id, channel_account_id) references channel_account (organization_id, id)
);
create index contact_reachability_of_contact on contact_reachability (organization_id, contact_id);

do $$
declare
  tenant_table text;
begin
  foreach tenant_table in array array['contact_merge', 'merge_suggestion', 'contact_preference',
    'contact_reachability']
  loop
    execute format('alter table %I enable row level security', tenant_table);
    execute format('alter table %I force row level security', tenant_table);
    execute format(
      'create policy own_organization on %I to parley_app using (organization_id = parley_organization())
       with check (organization_id = parley_organization())', tenant_table);
    execute format('grant select, insert, update on %I to parley_app', tenant_table);
  end loop;
end $$;
