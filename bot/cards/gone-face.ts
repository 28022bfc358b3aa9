import type { LeadCard } from '#core/leads/lead-card.ts'
import type { Face } from '../posts/post-content.ts'
import type { Voice } from '../voice.ts'
import { numberOf } from './words-of-lead.ts'

/** What is left of whatever showed a lead to somebody who may not see it any more. */
export const goneFace = ({ say, mark }: Voice, card: Pick<LeadCard, 'number'>): Face => ({
  html: `${mark}🔒 <i>${say('lead-out-of-sight', { number: numberOf(card) })}</i>`,
  buttons: [],
})
