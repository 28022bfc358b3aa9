import type { Desk } from '../desk.ts'
import { type EndOptions, isGroup } from './finish-post.ts'

/**
 * What becomes of a chat that posts cannot reach: a person is unreachable until he comes back, a group is broken until it
 * is mended, and one with another number is followed.
 */
export function chatEnds(desk: Desk): Pick<EndOptions, 'onUnreachable' | 'onMoved'> {
  const system = (organizationId: string) => ({ kind: 'system', organizationId, name: 'posts' }) as const
  return {
    async onUnreachable(organizationId, chatId, reason) {
      const actor = system(organizationId)
      if (isGroup(chatId)) await desk.perform(actor, 'breakTeamDesk', { chatId, reason })
      else await desk.perform(actor, 'markUnreachable', { telegramUserId: Number(chatId) })
    },
    async onMoved(organizationId, chatId, newChatId) {
      await desk.perform(system(organizationId), 'moveTeamDesk', { chatId, newChatId })
    },
  }
}
