import type { Say } from '#core/i18n.ts'
import type { LeadCard } from '#core/leads/lead-card.ts'
import { shortId } from '#core/new-id.ts'
import { callbackData } from '../callback-data.ts'
import type { Button } from '../posts/post-content.ts'
import { choices, sayChoice } from '../reminders/choices.ts'
import { backToCard, inRows } from './card-buttons.ts'

/** Until when a lead is to be out of the inbox. */
export function snoozeButtons(say: Say, card: LeadCard): Button[][] {
  const id = shortId(card.id)
  const times = choices.map((choice) => ({
    text: sayChoice(say, choice),
    data: callbackData('snooze-at', id, choice),
  }))
  const other = { text: say('button-remind-other'), data: callbackData('snooze-other', id) }
  return [...inRows(times, 2), [other], [backToCard(say, card)]]
}
