import type { Role } from './team/member.ts'
import type { Permission } from './team/permissions.ts'
import type { Sight } from './team/sight.ts'

/** Who asks the desk for something, as an edge knows it: nothing in it is believed but the ids. */
export type Actor =
  /** A member of the staff; the row is read again inside each transaction, so a removal takes effect at once. */
  | { kind: 'member'; organizationId: string; memberId: string }
  /** Somebody on the staff's network who may not be a member yet, named by that network's own word. */
  | { kind: 'person'; organizationId: string; person: Person }
  /** Parley itself: subscribers, jobs and the composition root. */
  | { kind: 'system'; organizationId: string; name: string }

export interface Person {
  telegramUserId: number
  name: string
  username?: string
  /** Telegram's language code of the person's app. */
  language?: string
}

/** An actor as commands and policies see it, after the desk has looked. */
export type KnownActor =
  | KnownMember
  | { kind: 'person'; organizationId: string; person: Person }
  | { kind: 'system'; organizationId: string; name: string }

export interface KnownMember {
  kind: 'member'
  organizationId: string
  memberId: string
  /** Of the four built-in ones; for a role of the organization's own the nearest one below it. */
  role: Role
  name: string
  permissions: readonly Permission[]
  /** Whose leads he sees. */
  sees: Sight
}

/** As much of an actor as most policies ask for: an edge knows it too, to show only what may be done. */
export type Asker =
  | ({ kind: 'member' } & Pick<KnownMember, 'memberId' | 'role' | 'permissions'>)
  | { kind: 'person' | 'system' }

/** A member of the team as policies know him. */
export const askerOf = ({
  id,
  role,
  permissions,
}: Pick<KnownMember, 'role' | 'permissions'> & { id: string }): Asker => ({
  kind: 'member',
  memberId: id,
  role,
  permissions,
})

/** The member behind an actor; null for the others. */
export const memberIdOf = (actor: KnownActor): string | null =>
  actor.kind === 'member' ? actor.memberId : null

/** Who it was, for the log and the audit: ids only. */
export function describeActor(actor: Actor | KnownActor): string {
  if (actor.kind === 'member') return `member:${actor.memberId}`
  if (actor.kind === 'person') return `person:${actor.person.telegramUserId}`
  return `system:${actor.name}`
}
