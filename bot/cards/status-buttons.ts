import type { Say } from '#core/i18n.ts'
import { leadStatuses, lostReasons } from '#core/leads/lead.ts'
import type { LeadCard } from '#core/leads/lead-card.ts'
import { shortId } from '#core/new-id.ts'
import { callbackData } from '../callback-data.ts'
import type { Button } from '../posts/post-content.ts'
import { backToCard, inRows } from './card-buttons.ts'
import { sayLostReason, sayStatus } from './words-of-lead.ts'

/** The buttons of a card whose status is being chosen. */
export function statusButtons(say: Say, card: LeadCard): Button[][] {
  const id = shortId(card.id)
  const choices = leadStatuses.map((status) => ({
    text: `${status === card.status ? '✅ ' : ''}${sayStatus(say, status)}`,
    data: callbackData('set', id, status),
  }))
  return [...inRows(choices, 3), [backToCard(say, card)]]
}

/** Why it was lost: the usual reasons, one's own words, or none. */
export function lostButtons(say: Say, card: LeadCard): Button[][] {
  const id = shortId(card.id)
  const reasons = lostReasons.map((reason) => ({
    text: sayLostReason(say, reason),
    data: callbackData('lost', id, reason),
  }))
  const own = { text: say('button-lost-own'), data: callbackData('lost-own', id) }
  const none = { text: say('button-lost-none'), data: callbackData('lost', id, 'none') }
  return [...inRows([...reasons, own], 2), [none], [backToCard(say, card)]]
}

/** What a converted lead was worth: to be written, or not told. */
export function convertedButtons(say: Say, card: LeadCard): Button[][] {
  const id = shortId(card.id)
  return [
    [{ text: say('button-value'), data: callbackData('value', id) }],
    [{ text: say('button-value-none'), data: callbackData('converted', id) }],
    [backToCard(say, card)],
  ]
}
