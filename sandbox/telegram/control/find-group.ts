import { BadRequest } from '../../read-body.ts'
import type { Ground } from '../ground.ts'
import { isLiveGroup, personHasRight } from '../group.ts'
import { allRights, fullAdministrator } from '../standing.ts'
import { findTopic } from '../topic-list.ts'
import type { BotStanding, Person, StoredChat, Topic } from '../world.ts'
import { needPerson } from './find-people.ts'

/** A group that still stands. Throws BadRequest. */
export function needGroup({ world }: Ground, id: string | undefined): StoredChat {
  const chat = world.chats.get(`group:${id}`)
  if (!chat) throw new BadRequest(`There is no group ${id}.`, 404)
  if (!isLiveGroup(chat))
    throw new BadRequest(`The group ${id} became the supergroup ${chat.migratedTo}.`, 409)
  return chat
}

/** Who acts: `by` of the body where it is given, else the group's creator. Throws BadRequest. */
export function needActor(ground: Ground, chat: StoredChat, body: Record<string, unknown>): Person {
  const person = needPerson(ground, String(body.by ?? chat.members[0]))
  if (!chat.members.includes(person.id))
    throw new BadRequest(`${person.firstName} is not in this group.`, 403)
  return person
}

/** Throws BadRequest 403 when the person may not do this in the group. */
export function needRight(chat: StoredChat, person: Person, right: string): void {
  if (!personHasRight(chat, person.id, right))
    throw new BadRequest(`${person.firstName} lacks the right ${right} in this group.`, 403)
}

export function needTopic(chat: StoredChat, id: unknown): Topic {
  const topic = findTopic(chat, Number(id))
  if (!topic) throw new BadRequest(`There is no topic ${String(id)} in this chat.`, 404)
  return topic
}

/** Rights by name; absent: every right but the one to promote others. Throws BadRequest. */
export function readRights(given: unknown): Record<string, boolean> {
  if (given === undefined) return allRights()
  if (typeof given !== 'object' || given === null) throw new BadRequest('Rights must be an object.')
  return Object.fromEntries(Object.entries(given).map(([name, value]) => [name, value === true]))
}

/**
 * What a bot is in a group. Absent: an administrator with every right. An object: an administrator with these rights.
 * "member": no administrator.
 */
export function readBotStanding(given: unknown): BotStanding {
  if (given === undefined) return fullAdministrator()
  if (given === 'member') return { status: 'member', rights: {} }
  if (typeof given !== 'object' || given === null)
    throw new BadRequest('Rights must be an object, or "member".')
  return { status: 'administrator', rights: readRights(given) }
}
