import type { Role } from '../team/member.ts'
import type { Reminder } from './reminder.ts'

interface Colleague {
  id: string
  role: Role
  unreachable: boolean
}

/**
 * Who is told when a reminder is due: whom it reminds; where he has left or cannot be reached, who has the lead; where
 * that is nobody, owners and admins.
 */
export function decideRecipients<Member extends Colleague>(
  { for: reminded, lead }: Pick<Reminder, 'for' | 'lead'>,
  team: Member[],
): Member[] {
  const reachable = team.filter(({ unreachable }) => !unreachable)
  const own = reachable.filter(({ id, role }) => id === reminded.id && role !== 'viewer')
  if (own.length > 0) return own
  const owner = reachable.filter(({ id }) => id === lead.ownerId)
  if (owner.length > 0) return owner
  return reachable.filter(({ role }) => role === 'owner' || role === 'admin')
}
