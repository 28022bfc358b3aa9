import { randomBytes } from 'node:crypto'
import { presentAnyone } from './present-user.ts'
import type { InviteLink, StoredChat, World } from './world.ts'

/** Makes a link into a group; it works until it is revoked, expires, or has let in as many as it may. */
export function addInviteLink(
  chat: StoredChat,
  creatorId: number,
  more: Pick<InviteLink, 'name' | 'expiresAt' | 'memberLimit'> = {},
): InviteLink {
  const link = {
    link: `https://t.me/+${randomBytes(12).toString('base64url')}`,
    creatorId,
    joined: 0,
    ...more,
  }
  chat.inviteLinks = [...(chat.inviteLinks ?? []), link]
  return link
}

/** The group a link leads into, as long as it does. */
export function findByInviteLink(
  world: World,
  link: string,
): { chat: StoredChat; invite: InviteLink } | undefined {
  for (const chat of world.chats.values()) {
    const invite = chat.inviteLinks?.find((known) => known.link === link)
    if (!invite || invite.revoked) continue
    const isOver = invite.expiresAt !== undefined && invite.expiresAt * 1000 < Date.now()
    const isFull = invite.memberLimit !== undefined && invite.joined >= invite.memberLimit
    return isOver || isFull ? undefined : { chat, invite }
  }
  return undefined
}

/** A ChatInviteLink of the Bot API. */
export function presentInviteLink(
  { link, creatorId, name, expiresAt, memberLimit, revoked }: InviteLink,
  world: World,
): Record<string, unknown> {
  return {
    invite_link: link,
    creator: presentAnyone(world, creatorId),
    ...(name === undefined ? {} : { name }),
    ...(expiresAt === undefined ? {} : { expire_date: expiresAt }),
    ...(memberLimit === undefined ? {} : { member_limit: memberLimit }),
    creates_join_request: false,
    is_primary: false,
    is_revoked: revoked === true,
  }
}
