import { askerOf } from '#core/actor.ts'
import type { EventType, Subscriber } from '#core/events.ts'
import type { BotTools } from '../context.ts'
import { botActor } from '../posts/show-posts.ts'
import { createVoice } from '../voice.ts'
import { botCommands } from './index.ts'
import { giveMenu } from './keep-menu.ts'

const types = ['member.joined', 'member.role-changed', 'member.removed'] as const satisfies EventType[]

/**
 * Gives members the menu of their role as soon as that is another, without waiting for them to write; whoever has left
 * has a stranger's again. A subscriber of its own, so that no notice waits for it.
 */
export const createMenuSubscriber = (tools: BotTools): Subscriber => ({
  name: 'staff-menus',
  types,
  async handle(event) {
    if (!types.some((type) => type === event.type)) return
    const { memberId } = event.data as { memberId: string }
    const { organizationId } = event
    const member = await tools.desk.ask(botActor(organizationId), 'readMenu', { memberId })
    if (!member) return
    const owner = { ...member, memberId, asker: askerOf({ ...member, id: memberId }) }
    const commands = member.isActive ? botCommands : []
    const voice = createVoice(tools.words, member.language)
    await giveMenu(tools, commands, organizationId, owner, voice, event.id)
  },
})
