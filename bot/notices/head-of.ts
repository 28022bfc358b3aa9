import { nameOf, numberOf } from '../cards/words-of-lead.ts'
import { escapeHtml } from '../text/escape-html.ts'
import type { Voice } from '../voice.ts'
import type { LeadScene } from './lead-scene.ts'
import type { ReadMessage } from './message-scene.ts'

/** Who wrote to whom: the customer, or somebody of the business in the network's own app. */
export function headOf({ card }: LeadScene, { say }: Voice, { direction }: ReadMessage): string {
  const name = escapeHtml(nameOf(say, card))
  const number = numberOf(card)
  return direction === 'inbound'
    ? `<b>${name}</b> · ${number}`
    : `📱 ${say('notice-echoed', { name, number })}`
}
