import { askerOf } from '#core/actor.ts'
import { DeskError } from '#core/errors.ts'
import type { LeadCard } from '#core/leads/lead-card.ts'
import { shortId } from '#core/new-id.ts'
import { canWorkLeads } from '#core/policy.ts'
import { callbackData } from '../callback-data.ts'
import type { BotTools } from '../context.ts'
import type { Button, Face } from '../posts/post-content.ts'
import { privatePost } from '../posts/private-post.ts'
import { botActor } from '../posts/show-posts.ts'
import { leadOf } from '../reminders/reminder-faces.ts'
import { cutLine } from '../text/cut-text.ts'
import { escapeHtml, tame } from '../text/escape-html.ts'
import { createVoice, type Voice } from '../voice.ts'
import { noticeOf } from './notice.ts'
import { type Colleague, readColleagues } from './team.ts'
import { tellPeople } from './tell-people.ts'
import { isToldTogether } from './told-together.ts'

/** Somebody has left: what he had is told of (`tellHandedOver`). */
export const memberRemoved = noticeOf('member.removed', (tools, { id, organizationId, data }) =>
  tellHandedOver(tools, { id, organizationId, ...data }),
)

interface HandedOver {
  /** Of the event, and whose it is. */
  id: string
  organizationId: string
  byId: string
  successorId?: string | null
  leads?: number
  leadIds?: string[]
}

/**
 * Somebody had many leads and has none any more: whoever took them over gets one message that lists them, or everybody who
 * works free leads learns how many there are now. A few are told one by one.
 */
export async function tellHandedOver(tools: BotTools, handed: HandedOver): Promise<void> {
  const { id, organizationId, byId, successorId, leads = 0 } = handed
  if (!isToldTogether({ together: leads })) return
  if (!successorId) return tellFreed(tools, handed, leads)
  const team = await readColleagues(tools, organizationId)
  const successor = team.find((member) => member.id === successorId)
  if (!successor || successor.unreachable || successor.id === byId) return
  const by = team.find((member) => member.id === byId)?.name
  const cards = await readListed(tools, handed, successor)
  const voice = createVoice(tools.words, successor.language)
  const { subjects = [], ...face } = takenFace(voice, leads, by, cards)
  const content = { method: 'send' as const, ...face }
  const post = privatePost(successor.telegramUserId, `taken-over:${id}`, content, { subjects })
  await tellPeople(tools, organizationId, 'personal', team, [post])
}

/** Where the team has a group, the claim cards in its lobby tell. */
async function tellFreed(
  tools: BotTools,
  { id, organizationId, byId }: HandedOver,
  count: number,
): Promise<void> {
  const group = await tools.desk.ask(botActor(organizationId), 'readTeamDesk', {})
  if (group?.state === 'active') return
  const team = await readColleagues(tools, organizationId)
  const told = team.filter(
    (member) =>
      !member.unreachable && member.id !== byId && canWorkLeads(askerOf(member)) && seesFree(member),
  )
  const posts = told.map((member) => {
    const face = freeFace(createVoice(tools.words, member.language), count)
    return privatePost(member.telegramUserId, `freed:${id}`, { method: 'send', ...face })
  })
  await tellPeople(tools, organizationId, 'personal', team, posts)
}

const seesFree = ({ sees }: Colleague): boolean => sees === 'all' || sees.unclaimed

/** Some of the leads, as the member may see them; he may have lost one again by now. */
async function readListed(
  { desk }: BotTools,
  { organizationId, leadIds = [] }: HandedOver,
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

function takenFace(voice: Voice, count: number, by: string | undefined, cards: LeadCard[]): Face {
  const { say, mark } = voice
  const name = escapeHtml(cutLine(by ?? say('person-unknown'), 64))
  const listed = cards.map(({ number, contact }) => ({ number, name: contact.name }))
  const more = count - cards.length
  return {
    html: [
      `👉 ${say('notice-taken-over', { by: name, count })}`,
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

const freeFace = (voice: Voice, count: number): Face => ({
  html: `👐 ${voice.say('notice-freed', { count })}`,
  buttons: [inboxButton(voice, 'unclaimed')],
})
