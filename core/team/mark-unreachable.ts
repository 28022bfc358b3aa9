import { z } from 'zod'
import { defineCommand } from '../command.ts'
import { isSystem } from '../policy.ts'
import { Member } from './member.ts'

/** The staff's network says that it cannot reach this person: others are told of his leads until he comes back. */
export const markUnreachable = defineCommand({
  input: z.object({ telegramUserId: z.number().int() }),
  allowed: isSystem,
  async run({ em, organizationId, now, audit }, { telegramUserId }) {
    const member = await em.findOne(Member, { organizationId, telegramUserId })
    if (!member || member.unreachableSince) return
    member.unreachableSince = now
    audit('markUnreachable', { memberId: member.id })
  },
})
