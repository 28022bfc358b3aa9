import type { Context } from 'grammy'
import type { Actor, Person } from '#core/actor.ts'
import type { Desk, OutputOf } from '#core/desk.ts'
import type { Words } from '#core/i18n.ts'
import type { Logger } from '#core/log.ts'
import type { Files } from '#core/media/create-files.ts'
import type { queries } from '#core/queries.ts'
import type { Gate } from './posts/create-gate.ts'
import type { Voice } from './voice.ts'

/** The stored files of messages: their bytes, and short-lived links to them. */
export type BotFiles = Pick<Files, 'open' | 'link'>

/** Names of settings that the operator has not made. */
export interface NetworkSetup {
  /** Without them the network cannot be connected. */
  missing: string[]
  /** Needed for one way of connecting it only. */
  sometimes: string[]
}

/** What everything in the bot works with. */
export interface BotTools {
  desk: Desk
  words: Words
  log: Logger
  files: BotFiles
  /** Where networks and websites reach the desk; empty while nobody knows. */
  publicUrl: () => string
  /** What the server's settings lack for a network: secrets of the whole app are the operator's. Absent: nothing that is known. */
  setup?: (network: string) => NetworkSetup
  /** The link that opens `start` in a private chat with the bot; undefined while Telegram has not told what it is called. */
  link?: (start: string) => string | undefined
  /** For which leads the customer may be told again that he was seen. */
  seen: Gate
}

/** Where a person is staff. */
export type Membership = OutputOf<(typeof queries)['findMemberships']>[number]

/** Where an update comes from: a private chat, or the team's group. */
export interface Origin {
  /** The chat's number, as posts name it. */
  chat: string
  /** The organization whose group it is; undefined: a private chat. */
  group?: NonNullable<OutputOf<(typeof queries)['findTeamDesk']>>
  /** Number of the topic there. */
  thread?: number
  /** The lead whose topic it is, where it is one. */
  leadId?: string
}

interface StaffFacts {
  tools: BotTools
  voice: Voice
  /** Who wrote or pressed, as Telegram tells. */
  person: Person
  /** The newest membership of the person, in a group the one of its organization; undefined for strangers. */
  member: Membership | undefined
  place: Origin
}

/** One update of a private chat, or of a team's group. */
export type StaffContext = Context & StaffFacts

/** One update from somebody who is on the team. */
export type MemberContext = StaffContext & { member: Membership }

export const isFromMember = (ctx: StaffContext): ctx is MemberContext => ctx.member !== undefined

/** The member as an actor of the desk. */
export const actorOf = ({ member }: MemberContext): Actor => ({
  kind: 'member',
  organizationId: member.organizationId,
  memberId: member.memberId,
})

/** Which bot of ours this is: message numbers count per bot. */
export const accountOf = ({ me }: StaffContext): string => String(me.id)

/** Who looks, for cards. */
export const viewerOf = ({ member }: MemberContext) => ({ ...member, id: member.memberId })
