import { DeskError } from '#core/errors.ts'
import { actorOf, type MemberContext } from '../context.ts'
import { performSending, readPrepared } from '../drafts/send-prepared.ts'
import { readDraft, showDraft } from '../drafts/show-draft.ts'
import { sayError } from '../error-words.ts'
import { type Answered, findAnswered } from '../messages/find-answered.ts'
import type { Answer } from '../posts/post-content.ts'
import { refusalFace, wordsOf } from '../posts/refusal-face.ts'
import { escapeHtml } from '../text/escape-html.ts'
import { changePressed } from './pressed-post.ts'

/** What a button stands on, with all that was kept there. */
export async function findPressed(
  ctx: MemberContext,
): Promise<Answered & { content: NonNullable<Answered['content']> }> {
  const pressed = await findAnswered(ctx, ctx.callbackQuery?.message?.message_id)
  if (!pressed?.content) throw new DeskError('not-found', 'button-outdated')
  return { ...pressed, content: pressed.content }
}

/** Changes the refusal that a button stands on. */
export const changeRefusal = (ctx: MemberContext, face: Parameters<typeof changePressed>[1]): Promise<void> =>
  changePressed(ctx, face, 'refused:', `refused:press:${ctx.update.update_id}`)

/**
 * Sends the answer that was refused, as it was written, in another way. Its place in the chat is its key, so that it
 * goes once however often and whichever buttons are pressed. A prepared answer goes as that, or is shown as it is now.
 *
 * @returns what to say over the button
 */
export async function sendDraft(
  ctx: MemberContext,
  change: Pick<Answer, 'conversationId' | 'humanAgent'>,
): Promise<string> {
  const { say } = ctx.voice
  const { content } = await findPressed(ctx)
  if (!content.draft) throw new DeskError('not-found', 'button-outdated')
  // The desk reads it again, as it reads everything.
  const answer = { ...content.draft, ...change } as unknown as Answer
  const prepared = readPrepared(content.draft)
  try {
    await (prepared
      ? performSending(ctx, prepared, change)
      : ctx.tools.desk.perform(actorOf(ctx), 'queueReply', answer))
  } catch (error) {
    if (
      prepared &&
      error instanceof DeskError &&
      error.code.startsWith('draft-') &&
      error.kind === 'conflict'
    ) {
      await showDraft(ctx, await readDraft(ctx, prepared.draftId))
    }
    if (!(error instanceof DeskError) || !error.data.ways) throw error
    await changeRefusal(ctx, await refusalFace(ctx, error, answer))
    return sayError(say, error)
  }
  const words = wordsOf(answer)
  const quote = words ? `\n\n<blockquote>${escapeHtml(words)}</blockquote>` : ''
  await changeRefusal(ctx, { html: `✅ ${say('refused-sent')}${quote}` })
  return say('refused-sent')
}
