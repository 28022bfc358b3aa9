-- The team's group: a forum in which every lead is a topic.

create table team_desk (
  organization_id uuid primary key references organization (id),
  -- A group shows one organization's customers and no other's.
  chat_id text not null unique,
  title text not null,
  -- `group`: leads are worked on in their topics. `lobby`: they are claimed in the group and worked on in private chats.
  plane text not null default 'group' check (plane in ('group', 'lobby')),
  -- `broken`: the group cannot be written to; until it is mended, news goes to private chats.
  state text not null default 'active' check (state in ('active', 'broken')),
  reason text,
  -- Counts its ends, so that each is told once.
  version integer not null default 1,
  connected_by uuid not null,
  connected_at timestamptz not null default now(),
  foreign key (organization_id, connected_by) references member (organization_id, id)
);
alter table team_desk enable row level security;
alter table team_desk force row level security;
create policy own_organization on team_desk to parley_app using (organization_id = parley_organization())
  with check (organization_id = parley_organization());
-- Routing: whose group it is that somebody writes in is asked before the organization is known.
create policy routing on team_desk for select to parley_app
  using (parley_person() is not null or parley_relaying());
grant select, insert, update, delete on team_desk to parley_app;

alter table staff_post
  -- Key of the post that made the topic in which this one stands: its number there is the topic's.
  add column topic_key text,
  -- May be shown in one message together with those around it, when the chat gets more than it may be shown.
  add column folds boolean not null default false,
  -- Stands as long as its topic does: shown again when somebody deleted it.
  add column standing boolean not null default false;
-- 4: names of topics.
alter table staff_post drop constraint staff_post_urgency_check;
alter table staff_post add constraint staff_post_urgency_check check (urgency between 1 and 4);
create index staff_post_of_topic on staff_post (organization_id, chat_id, topic_key, id)
  where state = 'pending' and topic_key is not null;
create index staff_post_standing on staff_post (organization_id, chat_id, topic_key) where standing;

-- Staff are done with what the customer wrote until then: the lead is no work until he writes again. Null: they are not.
alter table lead add column handled_through timestamptz;
