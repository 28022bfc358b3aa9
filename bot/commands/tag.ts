import { canWorkLeads } from '#core/policy.ts'
import { tagButtons } from '../cards/tag-buttons.ts'
import { actorOf } from '../context.ts'
import { tagByName } from '../dialogues/tags.ts'
import { openCard } from '../posts/open-card.ts'
import type { BotCommand } from './command.ts'
import { onLead } from './on-lead.ts'

/** `/tag vip, trial, -cold` below something of a lead's, or `/tag #12 …`. Without words the card offers the tags. */
export const tag: BotCommand = {
  name: 'tag',
  describedBy: 'command-tag',
  may: canWorkLeads,
  inGroup: true,
  run: onLead('tag-usage', async (ctx, lead, words) => {
    if (words !== '') return tagByName(ctx, lead.id, words)
    const { say } = ctx.voice
    const tags = await ctx.tools.desk.ask(actorOf(ctx), 'listTags', { limit: 40 })
    const page = { buttons: tagButtons(say, lead, tags), ask: `🏷 ${say('tags-ask')}` }
    await openCard(ctx, lead, String(ctx.update.update_id), page)
  }),
}
