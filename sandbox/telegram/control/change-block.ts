import { BadRequest } from '../../read-body.ts'
import { announce } from '../announce.ts'
import type { Ground } from '../ground.ts'
import { pushMembership } from '../membership-update.ts'
import type { Person, StoredChat } from '../world.ts'

/** The person blocks or unblocks the bot of a private chat; it gets my_chat_member, once per change. */
export function changeBlock(ground: Ground, chat: StoredChat, person: Person, blocked: unknown): void {
  if (typeof blocked !== 'boolean') throw new BadRequest('"blocked" must be true or false.')
  const bot = ground.world.bots.get(Number(Object.keys(chat.bots)[0]))
  if (chat.type !== 'private' || !bot) throw new BadRequest('Only the bot of a private chat can be blocked.')
  if (chat.blocked === blocked) return
  chat.blocked = blocked
  const member = { status: 'member' as const, rights: {} }
  const kicked = { status: 'kicked' as const, rights: {} }
  const [before, after] = chat.blocked ? [member, kicked] : [kicked, member]
  pushMembership(ground, bot, chat, person.id, before, after)
  announce(ground, chat)
}
