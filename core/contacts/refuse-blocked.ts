import type { Work } from '../command.ts'
import { DeskError } from '../errors.ts'

/**
 * Refuses what would reach a person whom the team has blocked. Blocking locks the lead
 * too, so what is queued at that moment is called off by it, and nothing is queued afterwards.
 *
 * @throws DeskError contact-blocked
 */
export async function refuseBlocked({ sql, organizationId }: Work, contactId: string): Promise<void> {
  const [contact] = await sql.query<{ blocked: boolean }>(
    'select blocked_at is not null as blocked from contact where organization_id = $1 and id = $2',
    [organizationId, contactId],
  )
  if (contact?.blocked) throw new DeskError('conflict', 'contact-blocked')
}
