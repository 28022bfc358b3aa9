-- Sessions of members in the Mini App: an hour at most, and over at once when their member leaves them or the team.
create table staff_session (
  organization_id uuid not null,
  id uuid not null,
  member_id uuid not null,
  -- SHA-256 of the secret in the token; the secret itself is never stored.
  secret_hash bytea not null,
  -- What the member's Telegram speaks, for who has chosen no language here.
  language text,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  ended_at timestamptz,
  primary key (organization_id, id),
  unique (organization_id, secret_hash),
  foreign key (organization_id, member_id) references member (organization_id, id)
);
create index staff_session_of_member on staff_session (organization_id, member_id, created_at);

alter table staff_session enable row level security;
alter table staff_session force row level security;
create policy own_organization on staff_session to parley_app using (organization_id = parley_organization())
  with check (organization_id = parley_organization());
grant select, insert, update, delete on staff_session to parley_app;
