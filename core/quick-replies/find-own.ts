import { memberIdOf } from '../actor.ts'
import type { Work } from '../command.ts'
import { DeskError } from '../errors.ts'
import { type QuickReply, quickReplyColumns, visibleTo } from './quick-reply.ts'

/**
 * A quick reply that the actor may see: one of everybody's or his own. A colleague's is not found.
 *
 * @throws DeskError quick-reply-not-found
 */
export async function findOwn(
  { actor, sql, organizationId }: Pick<Work, 'actor' | 'sql' | 'organizationId'>,
  id: string,
): Promise<QuickReply> {
  const [found] = await sql.query<QuickReply>(
    `select ${quickReplyColumns} from quick_reply q where ${visibleTo} and q.id = $3`,
    [organizationId, memberIdOf(actor), id],
  )
  if (!found) throw new DeskError('not-found', 'quick-reply-not-found')
  return found
}
