import { askerOf } from '#core/actor.ts'
import type { Say } from '#core/i18n.ts'
import { leadStatuses } from '#core/leads/lead.ts'
import type { LeadCard } from '#core/leads/lead-card.ts'
import { shortId } from '#core/new-id.ts'
import { canReleaseLead, canWorkLeads } from '#core/policy.ts'
import { callbackData } from '../callback-data.ts'
import type { Button } from '../posts/post-content.ts'
import type { Viewer } from './lead-card-face.ts'
import { sayStatus } from './words-of-lead.ts'

/** The buttons under a card: what the viewer may do with the lead now. */
export function cardButtons(say: Say, card: LeadCard, viewer: Viewer): Button[][] {
  const id = shortId(card.id)
  const history = { text: say('button-history'), data: callbackData('history', id) }
  const actor = askerOf(viewer)
  if (!canWorkLeads(actor)) return [[history]]
  const first: Button[] = []
  if (!card.owner && !card.closedAt)
    first.push({ text: say('button-claim'), data: callbackData('claim', id) })
  if (card.owner && canReleaseLead(actor, card.owner.id)) {
    first.push({ text: say('button-release'), data: callbackData('release', id) })
  }
  first.push({ text: say('button-status'), data: callbackData('status', id) })
  const answers = [
    ...(card.channel ? [{ text: say('button-quick'), data: callbackData('quick', id) }] : []),
    ...(mayAskNumber(card) ? [{ text: say('button-ask-number'), data: callbackData('ask-number', id) }] : []),
  ]
  const remind = { text: say('button-remind'), data: callbackData('remind', id) }
  return [
    first,
    [{ text: say('button-note'), data: callbackData('note', id) }, remind, history],
    ...(answers.length > 0 ? [answers] : []),
  ]
}

/** Networks with a button of their own by which a person gives his number. */
const numberAsking = new Set(['whatsapp', 'telegram'])

const mayAskNumber = ({ contact, channel, closedAt }: LeadCard): boolean =>
  contact.phone === null && channel !== null && numberAsking.has(channel.network) && !closedAt

/** The buttons of a card whose status is being chosen. */
export function statusButtons(say: Say, card: LeadCard): Button[][] {
  const id = shortId(card.id)
  const choices = leadStatuses.map((status) => ({
    text: `${status === card.status ? '✅ ' : ''}${sayStatus(say, status)}`,
    data: callbackData('set', id, status),
  }))
  const back = { text: say('button-back'), data: callbackData('card', id) }
  return [choices.slice(0, 3), choices.slice(3), [back]]
}
