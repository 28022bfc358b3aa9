-- The parts of an album that a member sent: they go to the customer in one call where his network has albums. Null: it goes
-- by itself, as all do that an older version queued.
alter table outbound_send add column album text;

-- As before, and: where the first message is a part of an album, the lane waits for all parts that are known, and is as heavy
-- as they are together.
create or replace function refresh_send_lanes(organizations uuid[], conversations uuid[]) returns void
language plpgsql as $$
begin
  perform 1 from unnest(organizations, conversations) as c(organization_id, conversation_id)
  join send_lane l on l.organization_id = c.organization_id and l.conversation_id = c.conversation_id
  order by l.organization_id, l.conversation_id for update of l;
  update send_lane l set (due_at, heavy) =
    (select coalesce(max(greatest(s.due_at, l.paced_until)), 'infinity'), coalesce(bool_or(s.file_bytes >= 1000000), false)
     from (select case when h.album is null then h.due_at else (select max(p.due_at) from outbound_send p
             where p.organization_id = l.organization_id and p.conversation_id = l.conversation_id
               and p.album = h.album) end as due_at,
         case when h.album is null then h.file_bytes else (select sum(p.file_bytes) from outbound_send p
             where p.organization_id = l.organization_id and p.conversation_id = l.conversation_id
               and p.album = h.album) end as file_bytes
       from outbound_send h
       where h.organization_id = l.organization_id and h.conversation_id = l.conversation_id
       order by h.id limit 1) s),
    urgent = exists (select 1 from outbound_send s
      where s.organization_id = l.organization_id and s.conversation_id = l.conversation_id and s.urgent)
  from unnest(organizations, conversations) as c(organization_id, conversation_id)
  where l.organization_id = c.organization_id and l.conversation_id = c.conversation_id;
end $$;
