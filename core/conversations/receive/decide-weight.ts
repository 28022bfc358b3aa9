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
const acts = ['start', 'referral', 'optin', 'request_welcome', 'lead_summary', 'appointment_booking']
const gestures = ['reaction', 'edit', 'revoke']

/**
 * Decides what a message weighs by its kind. A reaction opens no reply window on any of the networks, an edit or a
 * revocation may be months later than what it changes, and of the system's messages only those count that are known to
 * be somebody's own act: a new number or a new telephone is none.
 */
export function decideWeight({ kind, data }: Pick<InboundMessage, 'kind' | 'data'>): Weight {
  const isGesture = kind === 'system' ? !acts.some((act) => act === data.event) : gestures.includes(kind)
  return isGesture ? 'gesture' : 'word'
}

const listed = (words: readonly string[]) => words.map((word) => `'${word}'`).join(', ')

/** SQL: the same of a message that is stored. */
export const isWord = (message: string): string =>
  `(case ${message}.kind when 'system' then coalesce(${message}.data->>'event' in (${listed(acts)}), false)
     else ${message}.kind not in (${listed(gestures)}) end)`
