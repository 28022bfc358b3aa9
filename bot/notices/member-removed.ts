import { askerOf } from '#core/actor.ts'
import { canWorkLeads } from '#core/policy.ts'
import type { BotTools } from '../context.ts'
import { privatePost } from '../posts/private-post.ts'
import { botActor } from '../posts/show-posts.ts'
import { cutLine } from '../text/cut-text.ts'
import { escapeHtml } from '../text/escape-html.ts'
import { createVoice } from '../voice.ts'
import { freeFace, listedFace, readListed } from './listed-leads.ts'
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
  const cards = await readListed(tools, organizationId, handed.leadIds ?? [], successor)
  const voice = createVoice(tools.words, successor.language)
  const by = team.find((member) => member.id === byId)?.name ?? voice.say('person-unknown')
  const head = voice.say('notice-taken-over', { by: escapeHtml(cutLine(by, 64)), count: leads })
  const { subjects = [], ...face } = listedFace(voice, head, leads, cards)
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
