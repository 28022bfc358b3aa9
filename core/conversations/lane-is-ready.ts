/**
 * SQL: whether the lane `l` has a first message that may be tried now and is not under way. Said with `infinity` too,
 * without which the index of what is due is not used.
 */
export const laneIsReady = `l.due_at <= now() and l.due_at < 'infinity' and not exists (select 1 from outbound_send u
  where u.organization_id = l.organization_id and u.channel_account_id = l.channel_account_id
    and u.conversation_id = l.conversation_id and u.lease_until >= now())`
