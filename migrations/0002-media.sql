-- Files: the bytes of an attachment are fetched apart from its message, kept in a store of ours, and served from there.
-- The attachment's row is its own place in the queue.

alter table attachment
  -- waiting: to be fetched. stored: its bytes are under store_key. lost: they will never come. erased: they must go.
  add column state text not null default 'waiting' check (state in ('waiting', 'stored', 'lost', 'erased')),
  -- Where it is fetched from: null: the message's own channel; 'telegram_staff': a member sent it to the staff bot.
  add column origin text check (origin in ('telegram_staff')),
  -- Whose token fetches it, so that the claim loop can pass over stopped channels without looking at messages.
  add column channel_account_id uuid,
  -- Set before the first byte is written: as long as it is set, there may be bytes under it.
  add column store_key text,
  -- What the bytes themselves say; `mime` is what somebody said of them. Once stored, sha256 (hex) and size are ours too.
  add column stored_mime text,
  add column stored_at timestamptz,
  -- Of an image, from its header.
  add column width integer,
  add column height integer,
  add column attempts integer not null default 0,
  -- Since when it is tried without a longer break: patience is counted from here.
  add column trying_since timestamptz,
  -- When it is tried next; of a lost one, when it was given up.
  add column due_at timestamptz not null default now(),
  add column lease_token uuid,
  add column lease_until timestamptz,
  add column last_error jsonb;

-- An owner who is no superuser is held by forced row-level security too, and would change nothing.
alter table attachment no force row level security;
alter table message no force row level security;
update attachment a set channel_account_id = m.channel_account_id, due_at = a.created_at,
  -- No network keeps a file for longer than this.
  state = case when a.created_at < now() - interval '7 days' then 'lost' else 'waiting' end
from message m where m.organization_id = a.organization_id and m.id = a.message_id;
alter table attachment force row level security;
alter table message force row level security;

-- Whoever adds an attachment need not know of this: also a process of the version before this one.
create function fill_attachment_account() returns trigger language plpgsql as $$
begin
  select m.channel_account_id into new.channel_account_id from message m
  where m.organization_id = new.organization_id and m.id = new.message_id;
  return new;
end $$;
create trigger attachment_account before insert on attachment
  for each row when (new.channel_account_id is null) execute function fill_attachment_account();

create index attachment_waiting on attachment (due_at) where state = 'waiting';
create index attachment_to_remove on attachment (due_at)
  where state in ('erased', 'lost') and store_key is not null;
create index attachment_lost on attachment (due_at) where state = 'lost';

-- The claim loops see what waits, what is to be removed, and what is counted as lost; never a stored file.
create policy relay on attachment to parley_app using (parley_relaying() and state <> 'stored');
