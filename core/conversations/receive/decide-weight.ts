import type { InboundMessage } from '../../channels/inbound-item.ts'

/**
 * What a message weighs.
 *
 * - `word`: somebody wants something: it opens a lead and a reply window, and waits for an answer.
 * - `gesture`: it is about another message, or the network says something about a person: it opens nothing, and nobody
 *   waits because of it.
 */
export type Weight = 'word' | 'gesture'

/**
 * What a person did himself although he wrote nothing: opened the bot, came back through a link, agreed to messages,
 * answered the questions of an ad, made an appointment.
 */
const acts: ReadonlySet<unknown> = new Set([
  'start',
  'referral',
  'optin',
  'request_welcome',
  'lead_summary',
  'appointment_booking',
])

/**
 * Decides what a message weighs by its kind. A reaction opens no reply window on any of the networks, an edit or a
 * revocation may be months later than what it changes, and of the system's messages only those count that are known to
 * be somebody's own act: a new number or a new telephone is none.
 */
export function decideWeight({ kind, data }: Pick<InboundMessage, 'kind' | 'data'>): Weight {
  switch (kind) {
    case 'reaction':
    case 'edit':
    case 'revoke':
      return 'gesture'
    case 'system':
      return acts.has(data.event) ? 'word' : 'gesture'
    default:
      return 'word'
  }
}
