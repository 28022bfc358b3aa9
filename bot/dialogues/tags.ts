import { z } from 'zod'
import { DeskError } from '#core/errors.ts'
import type { LeadCard } from '#core/leads/lead-card.ts'
import { numberOf } from '../cards/words-of-lead.ts'
import { actorOf, type MemberContext } from '../context.ts'
import { openCard } from '../posts/open-card.ts'
import { tame } from '../text/escape-html.ts'
import { askQuestion, type Dialogue } from './dialogue.ts'

const ofLead = z.object({ leadId: z.uuid() })

/** So many at once: more are a list, and no tags. */
const mostAtOnce = 10

/** Asks for tags by name. `opener`: asked twice by the same, it asks once. */
export async function askTags(ctx: MemberContext, card: LeadCard, opener: string): Promise<void> {
  const { say } = ctx.voice
  const question = {
    html: `🏷 ${say('tags-ask-new', { number: numberOf(card) })}`,
    ask: say('tags-placeholder'),
  }
  await askQuestion(ctx, 'tags', question, { leadId: card.id }, `tags:${card.id}:${opener}`)
}

/** Tags in words; one after a minus is taken off. */
export const tags: Dialogue = {
  purpose: 'tags',
  async hear(ctx, text, gathered) {
    const read = ofLead.safeParse(gathered)
    if (!read.success) throw new DeskError('not-found', 'button-outdated')
    await tagByName(ctx, read.data.leadId, text)
  },
}

/** Puts tags on a lead, or takes them off, as a member wrote them: `vip, trial, -cold`. Shows the card as it is then. */
export async function tagByName(ctx: MemberContext, leadId: string, text: string): Promise<void> {
  const { desk } = ctx.tools
  const names = tame(text)
    .split(/[,،;\n]/)
    .map((name) => name.trim())
    .filter((name) => name !== '')
    .slice(0, mostAtOnce)
  if (names.length === 0) throw new DeskError('invalid', 'tag-unreadable', { limit: 32 })
  for (const name of names) {
    const off = /^[-–—]\s*(.+)$/.exec(name)?.[1]
    if (off === undefined) await desk.perform(actorOf(ctx), 'tagLead', { leadId, name })
    else await desk.perform(actorOf(ctx), 'untagLead', { leadId, name: off })
  }
  const card = await desk.ask(actorOf(ctx), 'findLead', { leadId })
  await openCard(ctx, card, String(ctx.update.update_id))
}
