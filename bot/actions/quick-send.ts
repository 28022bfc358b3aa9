import { z } from 'zod'
import { DeskError } from '#core/errors.ts'
import { callbackData } from '../callback-data.ts'
import { actorOf, type MemberContext } from '../context.ts'
import { sayError } from '../error-words.ts'
import { ownOrigin } from '../messages/own-origin.ts'
import { answerMember } from '../posts/answer-member.ts'
import type { Answer } from '../posts/post-content.ts'
import { refusalFace } from '../posts/refusal-face.ts'
import { sayUnknown } from '../quick-replies/page-face.ts'
import { sayMissing } from '../quick-replies/say-missing.ts'
import { escapeHtml } from '../text/escape-html.ts'
import { type Action, actionOn } from './action.ts'
import { burst } from './burst.ts'
import { findPressed } from './pressed-draft.ts'
import { changePressed } from './pressed-post.ts'

/** Posts that show a filled text, by the beginning of their keys. */
const prefix = 'quick-text:'

const shownText = z.object({ quickReplyId: z.uuid(), text: z.string() })

/**
 * Shows a chosen quick reply as it would go to the customer. What holds a variable that nobody knows cannot go as it is.
 */
export const useQuick = actionOn('quick-use', async (ctx, quickReplyId) => {
  const { say, now } = ctx.voice
  const { leadId } = await findPressed(ctx)
  const asked = { quickReplyId, leadId }
  const { text, unknown, missing } = await ctx.tools.desk.ask(actorOf(ctx), 'fillQuickReply', asked)
  const isWhole = unknown.length === 0 && missing.length === 0
  const send = [{ text: say('button-send'), data: callbackData('quick-send') }]
  const html = [
    `<blockquote>${escapeHtml(text)}</blockquote>`,
    ...(unknown.length > 0 ? [`⚠️ ${sayUnknown(ctx, unknown)}`] : []),
    ...(missing.length > 0 ? [`⚠️ ${sayMissing(ctx, missing)}`] : []),
  ].join('\n\n')
  const buttons = [
    ...(isWhole ? [send] : []),
    [
      { text: say('button-quick-edit'), data: callbackData('quick-edit') },
      { text: say('button-cancel'), data: callbackData('quick-cancel') },
    ],
  ]
  const key = `${prefix}${leadId}:${quickReplyId}:${burst(now)}`
  await answerMember(ctx, 'quick-text', { html, buttons, dialogue: { quickReplyId, text } }, { key, leadId })
  return undefined
})

/** Sends the text that is shown. The place where it is shown is its key: pressed twice, it goes once. */
export const sendQuick: Action = {
  verb: 'quick-send',
  async run(ctx) {
    const { say } = ctx.voice
    const { leadId, text, quickReplyId, message } = await readShown(ctx)
    const origin = ownOrigin(ctx, message)
    const answer: Answer = { leadId, body: text, origin }
    try {
      await ctx.tools.desk.perform(actorOf(ctx), 'queueReply', answer)
    } catch (error) {
      if (!(error instanceof DeskError) || !error.data.ways) throw error
      const face = await refusalFace(ctx, error, answer)
      const draft = { leadId, body: text, origin }
      await answerMember(
        ctx,
        'refused',
        { ...face, draft, replyTo: message },
        { key: `refused:quick:${message}`, leadId },
      )
      return sayError(say, error)
    }
    await count(ctx, quickReplyId, leadId, `${origin.account}:${origin.chat}:${message}`)
    await changeShown(ctx, `✅ ${say('quick-sent')}\n\n<blockquote>${escapeHtml(text)}</blockquote>`)
    return say('quick-sent')
  },
}

/** Gives the text to be changed by hand; the answer to that goes to the customer. */
export const editQuick: Action = {
  verb: 'quick-edit',
  async run(ctx) {
    const { say } = ctx.voice
    const { leadId, text, message } = await readShown(ctx)
    const html = `✏️ ${say('quick-edit-ask')}\n\n<code>${escapeHtml(text)}</code>`
    const key = `quick-edit:${message}`
    await answerMember(ctx, 'quick-edit', { html, ask: say('quick-edit-placeholder') }, { key, leadId })
    await changeShown(ctx, `✏️ ${say('quick-editing')}`)
    return undefined
  },
}

/** Puts the text away. */
export const cancelQuick: Action = {
  verb: 'quick-cancel',
  async run(ctx) {
    await readShown(ctx)
    await changeShown(ctx, `✖️ ${ctx.voice.say('quick-cancelled')}`)
    return undefined
  },
}

async function readShown(ctx: MemberContext) {
  const { key, leadId, content } = await findPressed(ctx)
  const shown = shownText.safeParse(content.dialogue)
  if (!key.startsWith(prefix) || !shown.success) throw new DeskError('not-found', 'button-outdated')
  return { leadId, ...shown.data, message: ctx.callbackQuery?.message?.message_id ?? 0 }
}

const changeShown = (ctx: MemberContext, html: string): Promise<void> =>
  changePressed(ctx, { html }, prefix, `${prefix}${ctx.update.update_id}`)

/** A quick reply that was removed meanwhile has gone all the same: it is only not counted. */
async function count(
  ctx: MemberContext,
  quickReplyId: string,
  leadId: string,
  useKey: string,
): Promise<void> {
  try {
    await ctx.tools.desk.perform(actorOf(ctx), 'useQuickReply', { quickReplyId, leadId, useKey })
  } catch (error) {
    if (!(error instanceof DeskError) || error.kind !== 'not-found') throw error
  }
}
