-- Albums as one post with several numbers, and what posts speak of, so that erased words are found wherever they stand.

alter table staff_post
  -- The numbers of all parts of an album, in the order in which its content names them; null: was not shown.
  add column parts bigint[],
  -- As how many messages it counts against the allowances.
  add column weight smallint not null default 1 check (weight between 1 and 10);
-- An array cannot be looked into under row-level security; the albums of one chat are few.
create index staff_post_albums on staff_post (organization_id, chat_id, id) where parts is not null;

-- The messages and leads whose words a post shows. A table of its own, because an index on an array is not used under
-- row-level security: its operators might leak rows that the policy hides.
create table staff_post_subject (
  organization_id uuid not null,
  subject_id uuid not null,
  post_id bigint not null,
  primary key (organization_id, subject_id, post_id),
  foreign key (organization_id, post_id) references staff_post (organization_id, id) on delete cascade
);
create index staff_post_subject_of_post on staff_post_subject (organization_id, post_id);

-- An owner who is no superuser is held by forced row-level security too, and would change nothing.
alter table staff_post no force row level security;
insert into staff_post_subject (organization_id, subject_id, post_id)
  select organization_id, (content->>'messageId')::uuid, id from staff_post
  where content->>'messageId' ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$';
-- Older lists of the inbox do not say whose words they show. Nothing reads them again, so they keep none.
update staff_post set content = jsonb_set(content, '{html}', '""')
  where lead_id is null and state <> 'pending' and content ? 'html'
    and (starts_with(key, 'inbox:') or starts_with(target_key, 'inbox:'));
alter table staff_post force row level security;

alter table staff_post_subject enable row level security;
alter table staff_post_subject force row level security;
create policy own_organization on staff_post_subject to parley_app using (organization_id = parley_organization())
  with check (organization_id = parley_organization());
grant select, insert, update, delete on staff_post_subject to parley_app;
