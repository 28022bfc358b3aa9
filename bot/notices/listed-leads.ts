import { DeskError } from '#core/errors.ts'
import type { LeadCard } from '#core/leads/lead-card.ts'
import { shortId } from '#core/new-id.ts'
import { callbackData } from '../callback-data.ts'
import type { BotTools } from '../context.ts'
import type { Button, Face } from '../posts/post-content.ts'
import { leadOf } from '../reminders/reminder-faces.ts'
import { cutLine } from '../text/cut-text.ts'
import { tame } from '../text/escape-html.ts'
import type { Voice } from '../voice.ts'
import type { Colleague } from './team.ts'

/** Those of some leads that a member has, as he may see them; he may have lost one again by now. */
export async function readListed(
  { desk }: BotTools,
  organizationId: string,
  leadIds: readonly string[],
  member: Colleague,
): Promise<LeadCard[]> {
  const cards: LeadCard[] = []
  for (const leadId of leadIds) {
    const actor = { kind: 'member' as const, organizationId, memberId: member.id }
    const card = await desk.ask(actor, 'findLead', { leadId }).catch((error: unknown) => {
      if (error instanceof DeskError && error.kind === 'not-found') return undefined
      throw error
    })
    if (card?.owner?.id === member.id) cards.push(card)
  }
  return cards
}

const inboxButton = ({ say }: Voice, tab: 'mine' | 'unclaimed'): Button[] => [
  { text: say('button-inbox'), data: callbackData('inbox', tab, '0') },
]

/** Leads that somebody has now, below what is said of all `count` of them, with a button for each that is listed. */
export function listedFace(voice: Voice, head: string, count: number, cards: LeadCard[]): Face {
  const { say, mark } = voice
  const listed = cards.map(({ number, contact }) => ({ number, name: contact.name }))
  const more = count - cards.length
  return {
    html: [
      `👉 ${head}`,
      ...listed.map((lead) => `${mark}• ${leadOf(voice, lead)}`),
      ...(cards.length > 0 && more > 0 ? [say('gathered-more', { count: more })] : []),
    ].join('\n'),
    buttons: [
      ...cards.map(({ id, number, contact }) => [
        {
          text: cutLine(`#${number} ${tame(contact.name ?? '')}`, 30),
          data: callbackData('open', shortId(id)),
        },
      ]),
      inboxButton(voice, 'mine'),
    ],
    subjects: cards.map(({ id }) => id),
  }
}

/** So many leads are free now. */
export const freeFace = (voice: Voice, count: number): Face => ({
  html: `👐 ${voice.say('notice-freed', { count })}`,
  buttons: [inboxButton(voice, 'unclaimed')],
})
