import { DeskError } from '#core/errors.ts'
import { canManageChannels } from '#core/policy.ts'
import type { MemberContext } from '../context.ts'

/**
 * Channels are shown to owners and admins only; the desk looks again at whatever they change.
 *
 * @throws DeskError not-allowed
 */
export function mustManageChannels({ member }: MemberContext): void {
  if (!canManageChannels({ kind: 'member', ...member })) throw new DeskError('forbidden', 'not-allowed')
}
