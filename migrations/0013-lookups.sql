-- Look-ups that walked through what they did not ask for, and files that are too large to send many of at once.

-- The few messages that say more of their conversation than their words: a comment, which is answered in a way of its own,
-- and what another app is answering. An ordinary message is in no further index.
create index message_telling on message (organization_id, conversation_id, sent_at)
  where direction = 'inbound' and (kind = 'comment' or data ? 'standby');

-- The inbox in its order: who waits for an answer, then the others. An open lead is in one of the two, as it was in the
-- index that they replace, and which nothing reads in that order.
drop index lead_inbox;
create index lead_waiting on lead (organization_id, last_inbound_at, last_message_at desc, id) include (owner_id)
  where closed_at is null and (not imported or owner_id is not null)
    and last_inbound_at >= coalesce(last_outbound_at, '-infinity');
create index lead_answered on lead (organization_id, last_message_at desc, id) include (owner_id)
  where closed_at is null and (not imported or owner_id is not null)
    and (last_inbound_at is null or last_inbound_at < coalesce(last_outbound_at, '-infinity'));

-- Whose conversation another app handed over to us, as our identities name people: `<account>:<person>`.
alter table channel_notice add column handed_over text;
create function fill_handed_over() returns trigger language plpgsql as $$
begin
  new.handed_over := (new.data#>>'{value,recipient,id}') || ':' || (new.data#>>'{value,sender,id}');
  return new;
end $$;
create trigger channel_notice_handed_over before insert on channel_notice
  for each row when (new.topic = 'pass_thread_control' and not new.data ? 'standby')
  execute function fill_handed_over();
create index channel_notice_handed_over on channel_notice (organization_id, handed_over, created_at)
  where handed_over is not null;
create policy own_organization on channel_notice for select to parley_app
  using (organization_id = parley_organization());

-- The claim of files leaps from account to account, past stopped ones; what members sent is nobody's channel.
create index attachment_waiting_channel on attachment (organization_id, channel_account_id, due_at)
  where state = 'waiting' and origin is null;
-- Not for the claim, which a planner would else send along it through everything that waits for a stopped channel: whoever
-- asks for what waits anywhere says so with `infinity`.
drop index attachment_waiting;
create index attachment_waiting on attachment (due_at) where state = 'waiting' and due_at < 'infinity';
create index attachment_waiting_staff on attachment (due_at) where state = 'waiting' and origin is not null;

-- Large files have a lane index of their own: while enough of them are under way, the claim looks only at the others.
alter table outbound_send add column file_bytes bigint not null default 0;
alter table send_lane add column heavy boolean not null default false;
drop index send_lane_due;
create index send_lane_due on send_lane (organization_id, channel_account_id, urgent, heavy, due_at)
  where due_at < 'infinity';

-- A lane is heavy when its first message has a megabyte and more to upload.
create or replace function refresh_send_lanes(organizations uuid[], conversations uuid[]) returns void
language plpgsql as $$
begin
  perform 1 from unnest(organizations, conversations) as c(organization_id, conversation_id)
  join send_lane l on l.organization_id = c.organization_id and l.conversation_id = c.conversation_id
  order by l.organization_id, l.conversation_id for update of l;
  update send_lane l set (due_at, heavy) =
    (select coalesce(max(greatest(s.due_at, l.paced_until)), 'infinity'), coalesce(bool_or(s.file_bytes >= 1000000), false)
     from (select due_at, file_bytes from outbound_send s
       where s.organization_id = l.organization_id and s.conversation_id = l.conversation_id
       order by s.id limit 1) s),
    urgent = exists (select 1 from outbound_send s
      where s.organization_id = l.organization_id and s.conversation_id = l.conversation_id and s.urgent)
  from unnest(organizations, conversations) as c(organization_id, conversation_id)
  where l.organization_id = c.organization_id and l.conversation_id = c.conversation_id;
end $$;
