import { askerOf } from '#core/actor.ts'
import type { Say } from '#core/i18n.ts'
import type { LeadCard } from '#core/leads/lead-card.ts'
import { shortId } from '#core/new-id.ts'
import { canAssignLead, canDraftReplies, canReleaseLead, canWorkLeads } from '#core/policy.ts'
import { callbackData } from '../callback-data.ts'
import { channelButton } from '../channels/channel-button.ts'
import { appButton } from '../mini-app/app-button.ts'
import type { Button } from '../posts/post-content.ts'
import type { Viewer } from './lead-card-face.ts'

/** The buttons under a card: what the viewer may do with the lead now. What is needed less often is behind "More". */
export function cardButtons(say: Say, card: LeadCard, viewer: Viewer): Button[][] {
  const id = shortId(card.id)
  const to = (text: string, verb: string): Button => ({ text, data: callbackData(verb, id) })
  const history = to(say('button-history'), 'history')
  const actor = askerOf(viewer)
  const draft = to(say('button-draft'), 'draft')
  if (card.contact.erasedAt) return [[history]]
  // Whoever only prepares answers has no other page on which it stands.
  if (!canWorkLeads(actor)) return [[history, ...(card.draft || canDraftReplies(actor) ? [draft] : [])]]
  if (card.contact.blockedAt)
    return [[to(say('button-unblock'), 'unblock')], [history, to(say('button-more'), 'more')]]
  const { channel } = card
  return [
    ...(channel?.state === 'stopped' ? channelButton(say, channel.id, viewer) : []),
    [
      ...(!card.owner && !card.closedAt ? [to(say('button-claim'), 'claim')] : []),
      ...(card.owner && canReleaseLead(actor, card.owner.id) ? [to(say('button-release'), 'release')] : []),
      ...(!card.closedAt && canAssignLead(actor, card.owner?.id ?? null)
        ? [to(say('button-assign'), 'assign')]
        : []),
      to(say('button-status'), 'status'),
    ],
    ...(card.draft ? [[draft]] : []),
    [
      to(say('button-note'), 'note'),
      to(say('button-remind'), 'remind'),
      ...(card.channel ? [to(say('button-quick'), 'quick')] : []),
    ],
    [
      history,
      to(say('button-more'), 'more'),
      ...(viewer.isGroup ? [] : [to(say('button-next-lead'), 'next')]),
    ],
  ]
}

/** What is behind "More" only where there is something behind it, and where the viewer may do it. */
export interface MoreOffers {
  /** There are approved templates that would reach the person. */
  template: boolean
  /** Somebody else may be the same person. */
  duplicates: boolean
  erase: boolean
}

/** The page behind "More". What cannot be done with this lead is not there. */
export function moreButtons(say: Say, card: LeadCard, offers: MoreOffers): Button[][] {
  const id = shortId(card.id)
  const to = (text: string, verb: string): Button => ({ text, data: callbackData(verb, id) })
  const isBlocked = card.contact.blockedAt !== null
  const buttons = [
    ...(card.snoozedUntil
      ? [to(say('button-wake'), 'wake')]
      : card.closedAt || isBlocked
        ? []
        : [to(say('button-snooze'), 'snooze')]),
    ...(card.closedAt || isBlocked
      ? []
      : [card.handled ? to(say('button-resume-lead'), 'resume-lead') : to(say('button-handled'), 'handled')]),
    ...(offers.template && !isBlocked ? [to(say('button-send-template'), 'send-template')] : []),
    ...(mayAskNumber(card) && !isBlocked ? [to(say('button-ask-number'), 'ask-number')] : []),
    ...(offers.duplicates ? [to(say('button-duplicates'), 'duplicates')] : []),
    appButton(say, card),
  ]
  return [
    ...inRows(buttons, 2),
    [to(say('button-tags'), 'tags'), to(say('button-draft'), 'draft'), to(say('button-person'), 'person')],
    [
      isBlocked ? to(say('button-unblock'), 'unblock') : to(say('button-block'), 'block'),
      ...(offers.erase ? [to(say('button-erase'), 'erase')] : []),
      backToCard(say, card),
    ],
  ]
}

/** Asks once more before nobody hears of the person any longer. */
export function blockButtons(say: Say, card: LeadCard): Button[][] {
  return [
    [{ text: say('button-block-yes'), data: callbackData('block-yes', shortId(card.id)) }],
    [backToCard(say, card)],
  ]
}

/** Asks once more before nothing is left of the person. */
export function eraseButtons(say: Say, card: LeadCard): Button[][] {
  return [
    [{ text: say('button-erase-yes'), data: callbackData('erase-yes', shortId(card.id)) }],
    [backToCard(say, card)],
  ]
}

/** From a page of the card to its usual buttons. */
export const backToCard = (say: Say, { id }: Pick<LeadCard, 'id'>): Button => ({
  text: say('button-back'),
  data: callbackData('card', shortId(id)),
})

/** Buttons side by side, so many in a row. */
export const inRows = (buttons: Button[], size: number): Button[][] =>
  Array.from({ length: Math.ceil(buttons.length / size) }, (_, row) =>
    buttons.slice(row * size, row * size + size),
  )

/** Networks with a button of their own by which a person gives his number. */
const numberAsking = new Set(['whatsapp', 'telegram'])

const mayAskNumber = ({ contact, channel, closedAt }: LeadCard): boolean =>
  contact.phone === null && channel !== null && numberAsking.has(channel.network) && !closedAt
