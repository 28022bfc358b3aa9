import { isAdministrator, isAnonymous, isCreator, standingOf } from './group.ts'
import { nameOf } from './present-user.ts'
import { groupRights } from './standing.ts'
import { topicIcons } from './topic-icons.ts'
import { generalTopic, hasTopics, mayUserMakeTopics } from './topic-list.ts'
import type { Person, StoredChat, Topic, World } from './world.ts'

type Json = Record<string, unknown>

function showTopic({ iconCustomEmojiId, ...topic }: Topic): Json {
  const emoji = topicIcons.get(iconCustomEmojiId ?? '')
  return { ...topic, ...(emoji ? { emoji } : {}) }
}

const showTopics = (chat: StoredChat): Json[] => [generalTopic(chat), ...chat.topics].map(showTopic)

/** What a private chat with topics has beside a chat. */
export const showPrivateTopics = (world: World, chat: StoredChat): Json =>
  hasTopics(world, chat)
    ? { topics: showTopics(chat), rights: mayUserMakeTopics(world, chat) ? ['can_manage_topics'] : [] }
    : {}

/** What a group of the control API has beside a chat: its people, bots and topics, and what this person may do in it. */
export function showGroup(world: World, chat: StoredChat, person: Person): Json {
  const standing = standingOf(chat, person.id)
  return {
    members: chat.members.map((id) => ({
      id,
      name: nameOf(world.people.get(id)),
      role: isCreator(chat, id) ? 'creator' : isAdministrator(chat, id) ? 'administrator' : 'member',
      ...(isAnonymous(chat, id) ? { anonymous: true } : {}),
    })),
    bots: Object.entries(chat.bots).map(([id, { status, rights }]) => ({
      username: world.bots.get(Number(id))?.username ?? '',
      status,
      rights: Object.keys(rights).filter((right) => rights[right]),
    })),
    rights: isCreator(chat, person.id)
      ? groupRights
      : Object.keys(standing?.rights ?? {}).filter((right) => standing?.rights[right]),
    ...(chat.isForum ? { topics: showTopics(chat) } : {}),
  }
}
