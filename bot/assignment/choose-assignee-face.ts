import type { AssigneeState } from '#core/assignment/list-assignees.ts'
import type { LeadCard } from '#core/leads/lead-card.ts'
import { shortId } from '#core/new-id.ts'
import { callbackData } from '../callback-data.ts'
import { nameOf, numberOf } from '../cards/words-of-lead.ts'
import type { Face } from '../posts/post-content.ts'
import { cutLine } from '../text/cut-text.ts'
import { escapeHtml, tame } from '../text/escape-html.ts'
import type { Voice } from '../voice.ts'
import { loadOf, markOf } from './say-assignee.ts'

/** More colleagues than this are found with `/assign @name`. */
const mostShown = 40

/** Asks to whom a lead goes: everybody who works leads, with presence and load. */
export function chooseAssigneeFace({ say }: Voice, card: LeadCard, team: AssigneeState[]): Face {
  const lead = shortId(card.id)
  const others = team.filter(({ id }) => id !== card.owner?.id)
  const values = { name: escapeHtml(nameOf(say, card)), number: numberOf(card) }
  return {
    html: [
      `👉 ${others.length > 0 ? say('assign-whom', values) : say('assign-nobody', values)}`,
      ...(others.length > 0 ? [`<i>${say('assign-signs')}</i>`] : []),
    ].join('\n\n'),
    buttons: others.slice(0, mostShown).map((member) => [
      {
        text: `${markOf(member)} ${cutLine(tame(member.name), 40)} · ${loadOf(member)}`,
        data: callbackData('assign-to', lead, shortId(member.id)),
      },
    ]),
    subjects: [card.id],
  }
}

/** Says who has the lead now. The card was read before: who gave his lead away may not see it any more. */
export const assignedFace = ({ say }: Voice, card: LeadCard, owner: string): Face => ({
  html: `👉 ${say('assign-done', {
    owner: escapeHtml(cutLine(owner, 64)),
    name: escapeHtml(nameOf(say, card)),
    number: numberOf(card),
  })}`,
  subjects: [card.id],
})
