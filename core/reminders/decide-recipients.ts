import { askerOf, type KnownMember } from '../actor.ts'
import { canHandleOthersReminders, canWorkLeads } from '../policy.ts'
import { canSee } from '../team/sight.ts'
import type { Reminder } from './reminder.ts'

interface Colleague extends Pick<KnownMember, 'role' | 'permissions' | 'sees'> {
  id: string
  unreachable: boolean
}

/**
 * Who is told when a reminder is due: whom it reminds; where he has left, cannot be reached or sees the lead no more, who
 * has the lead; where that is nobody, those who may change others' reminders.
 */
export function decideRecipients<Member extends Colleague>(
  { for: reminded, lead }: Pick<Reminder, 'for' | 'lead'>,
  team: Member[],
): Member[] {
  const reachable = team.filter(({ unreachable, sees }) => !unreachable && canSee(sees, lead))
  const own = reachable.filter((member) => member.id === reminded.id && canWorkLeads(askerOf(member)))
  if (own.length > 0) return own
  const owner = reachable.filter(({ id }) => id === lead.ownerId)
  if (owner.length > 0) return owner
  return reachable.filter((member) => canHandleOthersReminders(askerOf(member)))
}
