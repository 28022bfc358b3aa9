import type { Work } from '../command.ts'
import { DeskError } from '../errors.ts'
import { visibleLeads } from '../team/visible-leads.ts'
import type { MessageStatus } from './message.ts'
import type { Author, Change } from './queue-change.ts'
import { partKeys } from './reply-key.ts'

/** A message that is reacted to, changed or taken back. */
export interface Target {
  id: string
  leadId: string
  conversationId: string
  network: string
  kind: string
  body: string | null
  externalId: string | null
  status: MessageStatus
  revokedAt: Date | null
}

/**
 * Finds the message that a change names, or, where it names none, those that the same origin was answered with.
 *
 * @throws DeskError message-not-found, also for a message of somebody else than the lead's person, or of a lead of
 *   his that the actor does not see; message-not-ours
 */
export async function findTargets(
  { actor, sql, organizationId }: Work,
  { contactId, origin }: Author,
  change: Change,
): Promise<Target[]> {
  const values: unknown[] = [organizationId, contactId, change.target ?? partKeys(origin)]
  const visible = visibleLeads(actor, values)
  const found = await sql.query<Target & Record<string, unknown> & { direction: string }>(
    `select m.id, m.lead_id as "leadId", m.conversation_id as "conversationId", a.network, m.kind, m.body,
       m.external_id as "externalId", m.status, m.revoked_at as "revokedAt", m.direction
     from message m
     join conversation c on c.organization_id = $1 and c.id = m.conversation_id and c.contact_id = $2
     join lead l on l.organization_id = $1 and l.id = m.lead_id and ${visible}
     join channel_account a on a.organization_id = $1 and a.id = m.channel_account_id
     where m.organization_id = $1 and ${change.target ? 'm.id = $3' : 'm.idempotency_key = any($3)'}
       and m.kind not in ('reaction', 'edit', 'revoke') order by m.id`,
    values,
  )
  // Files and their caption come from one place; what changes is the message that holds the words.
  const worded = found.filter(({ body }) => body !== null)
  const targets = change.kind === 'edit' && !change.target && worded.length > 0 ? worded : found
  if (targets.length === 0) throw new DeskError('not-found', 'message-not-found')
  const isOurs = targets.every(({ direction }) => direction === 'outbound')
  if (change.kind !== 'reaction' && !isOurs) throw new DeskError('invalid', 'message-not-ours')
  return targets
}
