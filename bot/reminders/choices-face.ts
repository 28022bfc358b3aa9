import { askerOf } from '#core/actor.ts'
import type { LeadCard } from '#core/leads/lead-card.ts'
import { shortId } from '#core/new-id.ts'
import { canWorkLeads } from '#core/policy.ts'
import { callbackData } from '../callback-data.ts'
import { nameOf, numberOf } from '../cards/words-of-lead.ts'
import { type Colleague, seesLead } from '../notices/team.ts'
import type { Face } from '../posts/post-content.ts'
import { cutLine } from '../text/cut-text.ts'
import { escapeHtml, tame } from '../text/escape-html.ts'
import type { Voice } from '../voice.ts'
import { choices, sayChoice } from './choices.ts'

/** Asks when to remind of a lead, with times one tap away. `colleague`: whom; absent: the one who asks. */
export function choicesFace({ say }: Voice, card: LeadCard, colleague?: Colleague): Face {
  const lead = shortId(card.id)
  const whom = colleague ? [shortId(colleague.id)] : []
  const values = { name: escapeHtml(nameOf(say, card)), number: numberOf(card) }
  const times = choices.map((choice) => ({
    text: sayChoice(say, choice),
    data: callbackData('remind-at', lead, choice, ...whom),
  }))
  const other = { text: say('button-remind-other'), data: callbackData('remind-other', lead, ...whom) }
  const others = { text: say('button-remind-whom'), data: callbackData('remind-whom', lead) }
  return {
    html: colleague
      ? `⏰ ${say('remind-when-for', { ...values, whom: escapeHtml(cutLine(colleague.name, 64)) })}`
      : `⏰ ${say('remind-when', values)}`,
    buttons: [times.slice(0, 2), times.slice(2), colleague ? [other] : [other, others]],
    subjects: [card.id],
  }
}

/** Asks whom to remind. */
export function colleaguesFace({ say }: Voice, card: LeadCard, team: Colleague[], viewerId: string): Face {
  const lead = shortId(card.id)
  const buttons = team
    .filter((member) => member.id !== viewerId && canWorkLeads(askerOf(member)) && seesLead(member, card))
    .slice(0, 40)
    .map(({ id, name }) => [
      { text: cutLine(tame(name), 40), data: callbackData('remind', lead, shortId(id)) },
    ])
  const back = [{ text: say('button-back'), data: callbackData('remind', lead) }]
  return { html: `⏰ ${say('remind-whom')}`, buttons: [...buttons, back], subjects: [card.id] }
}
