import type { Desk } from '../desk.ts'
import type { EndOptions } from './finish-post.ts'
import { isGroup } from './post.ts'

/**
 * What becomes of a chat that posts cannot reach: a person is unreachable until he comes back, or has no topics, a group is
 * broken until it is mended, and one with another number is followed.
 */
export function chatEnds(desk: Desk): Pick<EndOptions, 'onUnreachable' | 'onTopicless' | 'onMoved'> {
  const system = (organizationId: string) => ({ kind: 'system', organizationId, name: 'posts' }) as const
  return {
    async onUnreachable(organizationId, chatId, reason) {
      const actor = system(organizationId)
      if (isGroup(chatId)) await desk.perform(actor, 'breakTeamDesk', { chatId, reason })
      else await desk.perform(actor, 'markUnreachable', { telegramUserId: Number(chatId) })
    },
    async onTopicless(organizationId, chatId, reason) {
      const refused = { telegramUserId: Number(chatId), reason: reason.slice(0, 500) }
      await desk.perform(system(organizationId), 'refuseLeadTopics', refused)
    },
    async onMoved(organizationId, chatId, newChatId) {
      await desk.perform(system(organizationId), 'moveTeamDesk', { chatId, newChatId })
    },
  }
}
