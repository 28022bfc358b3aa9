import { isHandled } from './set-lead-handled.ts'

/** SQL, of `l` (lead), in the words of the index that holds the inbox in its order: the customer had the last word. */
export const hasLastWord = `l.last_inbound_at >= coalesce(l.last_outbound_at, '-infinity')`

/** SQL, likewise: open, and work. What came with an import of old chats is none until somebody takes it up. */
export const isOpenWork = `l.closed_at is null and (not l.imported or l.owner_id is not null)`

/**
 * SQL, likewise: closed, and its person has written since and has no answer. For three days he writes to the lead that was
 * closed and opens no new one: without this nobody would find him but by the notice.
 */
export const asksAfterEnd = `l.closed_at is not null and l.merged_into is null and l.last_inbound_at > l.closed_at
  and ${hasLastWord}`

/** SQL: the leads of the organization $1 whose customers wait for an answer, each by its index. */
export const waitingLeads = `(
  select l.* from lead l where l.organization_id = $1 and ${isOpenWork} and ${hasLastWord} and not ${isHandled('l')}
  union all
  select l.* from lead l where l.organization_id = $1 and ${asksAfterEnd} and not ${isHandled('l')})`
