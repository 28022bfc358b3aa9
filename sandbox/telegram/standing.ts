import type { BotStanding } from './world.ts'

const rights = [
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
export function administratorRights(standing: BotStanding): Record<string, boolean> {
  return Object.fromEntries(rights.map((right) => [right, standing.rights[right] === true]))
}

/** The standing of an administrator who may do everything but promote others. */
export function fullAdministrator(): BotStanding {
  const all = rights.filter((right) => right !== 'can_promote_members').map((right) => [right, true])
  return { status: 'administrator', rights: Object.fromEntries(all) }
}
