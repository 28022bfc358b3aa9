import { DeskError } from '#core/errors.ts'
import { shortId } from '#core/new-id.ts'
import { callbackData } from '../callback-data.ts'
import { actorOf, type MemberContext } from '../context.ts'
import { askQuickPart } from '../dialogues/quick-reply.ts'
import type { Face } from '../posts/post-content.ts'
import { readQuickList } from '../quick-replies/list-face.ts'
import { quickParts, readQuickPage } from '../quick-replies/page-face.ts'
import { escapeHtml } from '../text/escape-html.ts'
import { beginWizard } from '../wizards/engine/begin-wizard.ts'
import { type Action, actionOn } from './action.ts'
import { burst } from './burst.ts'
import { changePressed } from './pressed-post.ts'

/** The list of quick replies and its pages are one post that presses change in place. */
const turn = (ctx: MemberContext, face: Face): Promise<void> =>
  changePressed(ctx, face, 'quicks:', `quicks:${ctx.update.update_id}`)

/** Shows a page of the list. */
export const quickList: Action = {
  verb: 'quick-list',
  async run(ctx, [at = '']) {
    if (!/^\d{1,4}$/.test(at)) throw new DeskError('not-found', 'button-outdated')
    await turn(ctx, await readQuickList(ctx, Number(at)))
    return undefined
  },
}

/** Shows one. */
export const quickOpen = actionOn('quick-open', async (ctx, quickReplyId) => {
  await turn(ctx, await readQuickPage(ctx, quickReplyId))
  return undefined
})

/** Begins a new one. */
export const quickNew: Action = {
  verb: 'quick-new',
  async run(ctx) {
    await beginWizard(ctx, 'quick-reply')
    return undefined
  },
}

/** Asks for a part of one; the answer changes it. */
export const quickSet = actionOn('quick-set', async (ctx, id, [wanted]) => {
  const part = quickParts.find((known) => known === wanted)
  if (!part) throw new DeskError('not-found', 'button-outdated')
  const { reply } = await ctx.tools.desk.ask(actorOf(ctx), 'fillQuickReply', { quickReplyId: id })
  const current = reply[part] ?? ''
  await askQuickPart(ctx, { part, id }, `quick-reply:${id}:${part}:${burst(ctx.voice.now)}`, current)
  return undefined
})

/** Makes one everybody's, or one's own again. */
export const quickShare = actionOn('quick-share', async (ctx, id, [wanted]) => {
  if (wanted !== 'yes' && wanted !== 'no') throw new DeskError('not-found', 'button-outdated')
  await ctx.tools.desk.perform(actorOf(ctx), 'saveQuickReply', { id, shared: wanted === 'yes' })
  await turn(ctx, await readQuickPage(ctx, id))
  return undefined
})

/** Asks whether one is really to be removed. */
export const quickRemove = actionOn('quick-remove', async (ctx, id) => {
  const { say } = ctx.voice
  const { reply } = await ctx.tools.desk.ask(actorOf(ctx), 'fillQuickReply', { quickReplyId: id })
  const buttons = [
    [{ text: say('button-remove-yes'), data: callbackData('quick-remove-yes', shortId(id)) }],
    [{ text: say('button-back'), data: callbackData('quick-open', shortId(id)) }],
  ]
  await turn(ctx, { html: say('quick-remove-ask', { shortcut: escapeHtml(reply.shortcut) }), buttons })
  return undefined
})

/** Removes one, after the question. */
export const quickRemoveYes = actionOn('quick-remove-yes', async (ctx, quickReplyId) => {
  await ctx.tools.desk.perform(actorOf(ctx), 'removeQuickReply', { quickReplyId })
  await turn(ctx, await readQuickList(ctx, 0))
  return ctx.voice.say('quick-removed')
})
