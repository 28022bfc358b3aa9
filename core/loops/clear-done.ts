import type { Database } from '../database/sql.ts'

/** How long what is done is kept: longer than any network delivers again, so that a replay is still recognised. */
const keep = {
  /** WhatsApp delivers again for up to seven days. Messages themselves are recognised for ever, by their own ids. */
  inboundEvents: '14 days',
  /** What was put aside, with its call: an account may be connected, or a newer version understand it, until then. */
  quarantine: '90 days',
  notices: '180 days',
  domainEvents: '30 days',
  /** They say that a lead was given away already, to whatever tells of it again: longer than events are kept. */
  assignmentRequests: '60 days',
  posts: '90 days',
  /** Posts about leads are how an answer to an old card finds its lead. */
  leadPosts: '400 days',
  earlyStates: '7 days',
  /** A message whose sending ends later finds the moment with its conversation. */
  earlyWatermarks: '1 day',
  /** An import of old chats may bring the message that was changed. */
  earlyChanges: '30 days',
}
const rowsPerStep = 5_000

const steps = [
  `delete from quarantined_item where id in (select id from quarantined_item
     where created_at < now() - interval '${keep.quarantine}' limit ${rowsPerStep})`,
  `delete from inbound_event where id in (select e.id from inbound_event e
     where e.state = 'done' and e.done_at < now() - interval '${keep.inboundEvents}'
       and not exists (select 1 from quarantined_item q where q.inbound_event_id = e.id) limit ${rowsPerStep})`,
  `delete from channel_notice where id in (select id from channel_notice
     where created_at < now() - interval '${keep.notices}' limit ${rowsPerStep})`,
  `delete from domain_event e where ctid in (select ctid from domain_event o
     where o.occurred_at < now() - interval '${keep.domainEvents}' and not exists (select 1
       from event_delivery d where d.organization_id = o.organization_id and d.event_id = o.id)
     limit ${rowsPerStep})`,
  `delete from assignment_request where ctid in (select ctid from assignment_request
     where settled_at < now() - interval '${keep.assignmentRequests}' limit ${rowsPerStep})`,
  `delete from staff_post where ctid in (select ctid from staff_post
     where not standing and done_at < now() - case when lead_id is null then interval '${keep.posts}'
       else interval '${keep.leadPosts}' end limit ${rowsPerStep})`,
  // Tokens that were put in and not used.
  `delete from channel_proposal where expires_at < now()`,
  `delete from wizard where expires_at < now()`,
  `delete from early_delivery_state where received_at < now() - interval '${keep.earlyStates}'`,
  `delete from early_watermark where received_at < now() - interval '${keep.earlyWatermarks}'`,
  `delete from early_change where received_at < now() - interval '${keep.earlyChanges}'`,
]

/** Clears what has been done for long, each kind in a transaction of its own, so many rows at a time. */
export async function clearDone(database: Database): Promise<void> {
  for (const step of steps) {
    await database.transaction({ relay: true }, (sql) => sql.query(step))
  }
}
