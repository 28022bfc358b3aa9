import type { Role } from './team/member.ts'

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
  | { kind: 'member'; organizationId: string; memberId: string; role: Role; name: string }
  | { kind: 'person'; organizationId: string; person: Person }
  | { kind: 'system'; organizationId: string; name: string }

/** The member behind an actor; null for the others. */
export const memberIdOf = (actor: KnownActor): string | null =>
  actor.kind === 'member' ? actor.memberId : null
