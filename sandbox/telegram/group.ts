import type { PersonStanding, StoredChat } from './world.ts'

/** The account that the real servers put in the place of an administrator who stays anonymous. */
export const groupAnonymousBot = {
  id: 1_087_968_824,
  is_bot: true,
  first_name: 'Group',
  username: 'GroupAnonymousBot',
}

export const isGroup = (chat: StoredChat): boolean => chat.type !== 'private'

export const isCreator = (chat: StoredChat, personId: number): boolean =>
  isGroup(chat) && chat.members[0] === personId

/** The administrator that a person is; undefined for members and for a creator who shows who they are. */
export const standingOf = (chat: StoredChat, personId: number): PersonStanding | undefined =>
  chat.members.includes(personId) ? chat.administrators?.[personId] : undefined

export const isAdministrator = (chat: StoredChat, personId: number): boolean =>
  isCreator(chat, personId) || standingOf(chat, personId) !== undefined

/** Whether a person may do in a group what the Bot API names `right`; the creator may do everything. */
export const personHasRight = (chat: StoredChat, personId: number, right: string): boolean =>
  isCreator(chat, personId) || standingOf(chat, personId)?.rights[right] === true

export const isAnonymous = (chat: StoredChat, personId: number): boolean =>
  standingOf(chat, personId)?.isAnonymous === true

/** Whether this group still stands: one that was upgraded is only a memory. */
export const isLiveGroup = (chat: StoredChat): boolean => isGroup(chat) && chat.migratedTo === undefined
