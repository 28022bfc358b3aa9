import { DeskError } from '#core/errors.ts'
import { shortId } from '#core/new-id.ts'
import { callbackData } from '../callback-data.ts'
import { actorOf, type MemberContext } from '../context.ts'
import { escapeHtml } from '../text/escape-html.ts'
import { nameLine } from '../text/name-line.ts'
import { actionOn } from './action.ts'
import { changePressed } from './pressed-post.ts'

/** Questions about merges, by the beginning of their keys. */
export const mergePrefix = 'suggested:'

const show = (ctx: MemberContext, face: Parameters<typeof changePressed>[1]) =>
  changePressed(ctx, face, mergePrefix, `${mergePrefix}${ctx.update.update_id}`)

/** Makes two contacts one; the question becomes the answer, with a way back. */
export const merge = actionOn('merge', async (ctx, suggestionId) => {
  const { desk } = ctx.tools
  const [suggestion] = await desk.ask(actorOf(ctx), 'listMergeSuggestions', { suggestionId })
  if (!suggestion) throw new DeskError('not-found', 'suggestion-not-found')
  const [kept, merged] = suggestion.contacts
  const { mergeId } = await desk.perform(actorOf(ctx), 'mergeContacts', {
    keptId: kept.id,
    mergedId: merged.id,
  })
  const { say } = ctx.voice
  const name = escapeHtml(nameLine(kept.name) || nameLine(merged.name) || say('person-unknown'))
  await show(ctx, {
    html: `✅ ${say('merge-done', { name })}`,
    buttons: [[{ text: say('button-merge-undo'), data: callbackData('unmerge', shortId(mergeId)) }]],
  })
  return undefined
})

/** Says that they are two people; it is not asked again for the same reasons. */
export const dismissMerge = actionOn('merge-not', async (ctx, suggestionId) => {
  await ctx.tools.desk.perform(actorOf(ctx), 'dismissMergeSuggestion', { suggestionId })
  await show(ctx, { html: `👌 ${ctx.voice.say('merge-dismissed')}` })
  return undefined
})

/** Takes a merge apart again: each has what is his, also what came in since. */
export const unmerge = actionOn('unmerge', async (ctx, mergeId) => {
  await ctx.tools.desk.perform(actorOf(ctx), 'undoMerge', { mergeId })
  await show(ctx, { html: `↩️ ${ctx.voice.say('merge-undone')}` })
  return undefined
})
