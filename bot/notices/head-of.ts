import { nameOf, numberOf } from '../cards/words-of-lead.ts'
import { ownDirection } from '../text/direction.ts'
import { escapeHtml } from '../text/escape-html.ts'
import type { Voice } from '../voice.ts'
import type { LeadScene } from './lead-scene.ts'
import type { ReadMessage } from './message-scene.ts'

/**
 * Who wrote to whom: the customer, or somebody of the business in the network's own app. A line of its own; empty in a
 * topic for what the customer wrote, since the topic says who he is.
 */
export function headOf(
  { card }: LeadScene,
  { say, mark }: Voice,
  { direction }: ReadMessage,
  isInTopic = false,
): string {
  if (isInTopic && direction === 'inbound') return ''
  const name = escapeHtml(nameOf(say, card))
  const number = numberOf(card)
  return direction === 'inbound'
    ? `${mark}<b>${ownDirection(name)}</b> · ${number}\n`
    : `📱 ${say('notice-echoed', { name, number })}\n`
}
