import { DeskError } from '#core/errors.ts'
import { longId } from '#core/new-id.ts'
import { type Tag, tagButtons } from '../cards/tag-buttons.ts'
import { actorOf, type MemberContext } from '../context.ts'
import { askTags } from '../dialogues/tags.ts'
import { actionOn } from './action.ts'
import { burst } from './burst.ts'
import { findCard, showPage } from './change-card.ts'
import { mustWorkLeads } from './must-work-leads.ts'

const readTags = (ctx: MemberContext): Promise<Tag[]> =>
  ctx.tools.desk.ask(actorOf(ctx), 'listTags', { limit: 40 })

async function showTags(ctx: MemberContext, leadId: string): Promise<void> {
  const { say } = ctx.voice
  const card = await findCard(ctx, leadId)
  await showPage(ctx, card, tagButtons(say, card, await readTags(ctx)), `🏷 ${say('tags-ask')}`)
}

/** Offers the tags in place of the card's buttons. */
export const tags = actionOn('tags', async (ctx, leadId) => {
  mustWorkLeads(ctx)
  await showTags(ctx, leadId)
  return undefined
})

/** Puts a tag on the lead, and goes on offering. */
export const tag = actionOn('tag', async (ctx, leadId, [short = '']) => {
  const tagId = idOf(short)
  try {
    await ctx.tools.desk.perform(actorOf(ctx), 'tagLead', { leadId, tagId })
  } finally {
    await showTags(ctx, leadId)
  }
  return undefined
})

/** Takes a tag off the lead, and goes on offering. */
export const untag = actionOn('untag', async (ctx, leadId, [short = '']) => {
  const tagId = idOf(short)
  try {
    await ctx.tools.desk.perform(actorOf(ctx), 'untagLead', { leadId, tagId })
  } finally {
    await showTags(ctx, leadId)
  }
  return undefined
})

/** Asks for tags by name. */
export const newTag = actionOn('tag-new', async (ctx, leadId) => {
  mustWorkLeads(ctx)
  await askTags(ctx, await findCard(ctx, leadId), burst(ctx.voice.now))
  return undefined
})

function idOf(short: string): string {
  const id = longId(short)
  if (!id) throw new DeskError('not-found', 'button-outdated')
  return id
}
