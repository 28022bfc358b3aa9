import type { Ground } from './ground.ts'
import type { BotStanding, StoredChat } from './world.ts'

/** What a new group is made of. */
export interface NewGroup {
  title: string
  isForum: boolean
  /** A small group without topics, as the apps make them at first. */
  isBasic?: boolean
  /** The creator first. */
  members: number[]
  bots?: Record<string, BotStanding>
}

// A basic group and a supergroup have ids of different lengths, so one number serves both.
const basicIdOf = (supergroupId: number) => supergroupId + 1_000_000_000_000

/** Makes a group; nobody is told of it yet. */
export function createGroup(
  { world }: Ground,
  { title, isForum, isBasic, members, bots = {} }: NewGroup,
): StoredChat {
  const id = isBasic ? basicIdOf(world.nextGroupId) : world.nextGroupId
  world.nextGroupId -= 1
  const chat: StoredChat = {
    key: `group:${id}`,
    id,
    type: isBasic ? 'group' : 'supergroup',
    title,
    isForum: isForum && !isBasic,
    members,
    bots,
    started: true,
    blocked: false,
    topics: [],
    messages: [],
    pinned: [],
    // Topic 1 is "General", which has no message_thread_id; numbers begin after it.
    nextMessageId: 2,
  }
  world.chats.set(chat.key, chat)
  return chat
}
