import { announcePerson } from './announce.ts'
import { createGroup } from './create-group.ts'
import type { Ground } from './ground.ts'
import { postMessage } from './post-message.ts'
import type { StoredChat } from './world.ts'

/**
 * A group becomes a supergroup: another chat with another id, with the same people, bots and rights, and none of the
 * messages. Both chats say so: migrate_to_chat_id in the old one, migrate_from_chat_id in the new one.
 */
export function migrateGroup(ground: Ground, group: StoredChat, byId: number, isForum: boolean): StoredChat {
  const successor = createGroup(ground, {
    title: group.title ?? '',
    isForum,
    members: [...group.members],
    bots: structuredClone(group.bots),
  })
  successor.administrators = structuredClone(group.administrators ?? {})
  postMessage(ground, group, {
    fromId: byId,
    service: { field: 'migrate_to_chat_id', value: successor.id },
  })
  group.migratedTo = successor.id
  postMessage(ground, successor, {
    fromId: byId,
    service: { field: 'migrate_from_chat_id', value: group.id },
  })
  for (const id of group.members) {
    const person = ground.world.people.get(id)
    if (person) announcePerson(ground, person)
  }
  return successor
}
