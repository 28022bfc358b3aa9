import { BadRequest } from '../../read-body.ts'
import type { Ground } from '../ground.ts'
import { isCreator, isLiveGroup, standingOf } from '../group.ts'
import { findByInviteLink } from '../group-links.ts'
import { addMember, changeAdministrator, removeMember } from '../group-members.ts'
import type { Person, PersonStanding, StoredChat } from '../world.ts'
import { needActor, needGroup, needRight, readRights } from './find-group.ts'
import { needPerson, needText } from './find-people.ts'
import type { Route } from './route.ts'

function needMember(ground: Ground, chat: StoredChat, id: string | undefined): Person {
  const person = needPerson(ground, id)
  if (!chat.members.includes(person.id))
    throw new BadRequest(`${person.firstName} is not in this group.`, 404)
  return person
}

/** POST /groups/:chat/members `{ id, by? }`: somebody adds a person. */
const postMember: Route = {
  method: 'POST',
  path: /^\/groups\/(-\d+)\/members$/,
  run({ ground, parts: [chatId], body }) {
    const chat = needGroup(ground, chatId)
    const person = needPerson(ground, String(body.id))
    addMember(ground, chat, person, needActor(ground, chat, body).id)
    return { status: 201, body: { members: chat.members } }
  },
}

/** POST /staff/:id/join `{ link }`: the person follows a link into a group; the answer names the group. */
const postJoin: Route = {
  method: 'POST',
  path: /^\/staff\/(\d+)\/join$/,
  run({ ground, parts: [userId], body }) {
    const person = needPerson(ground, userId)
    const found = findByInviteLink(ground.world, needText(body, 'link'))
    if (!found || !isLiveGroup(found.chat) || found.chat.banned?.includes(person.id))
      throw new BadRequest('This link leads nowhere any more.', 404)
    const { chat, invite } = found
    if (!chat.members.includes(person.id)) {
      invite.joined += 1
      addMember(ground, chat, person, person.id, invite)
    }
    return { status: 201, body: { group: chat.id } }
  },
}

/** DELETE /groups/:chat/members/:id `{ by?, banned? }`: the person leaves, or with `by` is thrown out by somebody. */
const deleteMember: Route = {
  method: 'DELETE',
  path: /^\/groups\/(-\d+)\/members\/(\d+)$/,
  run({ ground, parts: [chatId, userId], body }) {
    const chat = needGroup(ground, chatId)
    const person = needMember(ground, chat, userId)
    if (isCreator(chat, person.id)) throw new BadRequest('The creator stays in the group.', 409)
    const by = body.by === undefined ? person : needActor(ground, chat, body)
    if (by !== person) needRight(chat, by, 'can_restrict_members')
    removeMember(ground, chat, person, by.id, body.banned === true)
    return { status: 204 }
  },
}

function readStanding(
  chat: StoredChat,
  person: Person,
  body: Record<string, unknown>,
): PersonStanding | undefined {
  if (body.administrator === false) return undefined
  const known = standingOf(chat, person.id)
  const anonymous = typeof body.anonymous === 'boolean' ? body.anonymous : known?.isAnonymous === true
  const rights = body.rights === undefined && known ? known.rights : readRights(body.rights)
  return { rights, ...(anonymous ? { isAnonymous: true } : {}) }
}

/**
 * PATCH /groups/:chat/members/:id `{ by?, administrator?: false, rights?, anonymous? }`: makes a person an administrator
 * (with every right, unless `rights` name some), shows or hides who they are, or makes them a plain member again.
 */
const patchMember: Route = {
  method: 'PATCH',
  path: /^\/groups\/(-\d+)\/members\/(\d+)$/,
  run({ ground, parts: [chatId, userId], body }) {
    const chat = needGroup(ground, chatId)
    const person = needMember(ground, chat, userId)
    const by = needActor(ground, chat, body)
    if (by !== person) needRight(chat, by, 'can_promote_members')
    changeAdministrator(ground, chat, person, by.id, readStanding(chat, person, body))
    return { status: 200, body: standingOf(chat, person.id) ?? {} }
  },
}

export const groupMemberRoutes: Route[] = [postMember, postJoin, deleteMember, patchMember]
