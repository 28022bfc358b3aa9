import type { BotStanding } from './world.ts'

/** An administrator's rights in a group, as the Bot API names them. */
export const groupRights = [
  'can_manage_chat',
  'can_change_info',
  'can_delete_messages',
  'can_invite_users',
  'can_restrict_members',
  'can_pin_messages',
  'can_manage_topics',
  'can_promote_members',
  'can_manage_video_chats',
]

/** All of an administrator's rights as the Bot API names them, each true or false. */
export function administratorRights(rights: Record<string, boolean>): Record<string, boolean> {
  return Object.fromEntries(groupRights.map((right) => [right, rights[right] === true]))
}

/** Every right but the one to promote others. */
export function allRights(): Record<string, boolean> {
  return Object.fromEntries(
    groupRights.filter((right) => right !== 'can_promote_members').map((right) => [right, true]),
  )
}

/** The standing of an administrator who may do everything but promote others. */
export function fullAdministrator(): BotStanding {
  return { status: 'administrator', rights: allRights() }
}

export const absent: BotStanding = { status: 'left', rights: {} }
