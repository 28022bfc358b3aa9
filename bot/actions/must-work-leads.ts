import { DeskError } from '#core/errors.ts'
import { canWorkLeads } from '#core/policy.ts'
import type { MemberContext } from '../context.ts'

/**
 * Refuses to ask somebody for what he may not do: the desk would refuse his answer anyway.
 *
 * @throws DeskError not-allowed
 */
export function mustWorkLeads({ member }: MemberContext): void {
  if (!canWorkLeads({ kind: 'member', ...member })) throw new DeskError('forbidden', 'not-allowed')
}
