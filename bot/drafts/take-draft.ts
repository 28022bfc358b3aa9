import { longestDraft } from '#core/drafts/draft.ts'
import { DeskError } from '#core/errors.ts'
import { canDraftReplies } from '#core/policy.ts'
import { accountOf, actorOf, type MemberContext } from '../context.ts'
import { readChoices } from '../messages/read-choices.ts'
import { cutLine } from '../text/cut-text.ts'
import { escapeHtml } from '../text/escape-html.ts'
import { readDraft, showDraft } from './show-draft.ts'

export const mayDraft = ({ member }: MemberContext): boolean => canDraftReplies({ kind: 'member', ...member })

/**
 * Refuses to ask somebody for what he may not write: the desk would refuse his answer anyway.
 *
 * @throws DeskError not-allowed
 */
export function mustDraft(ctx: MemberContext): void {
  if (!mayDraft(ctx)) throw new DeskError('forbidden', 'not-allowed')
}

/** Keeps a draft, and shows it with its buttons: whoever wrote it must be sure that the customer does not see it. */
export async function takeDraft(ctx: MemberContext, leadId: string, words: string): Promise<void> {
  const text = fitting(words)
  const idempotencyKey = `draft:${accountOf(ctx)}:${ctx.place.chat}:${ctx.message?.message_id}`
  const written = { leadId, text, idempotencyKey }
  const { draftId, replaced } = await ctx.tools.desk.perform(actorOf(ctx), 'writeDraft', written)
  const { say } = ctx.voice
  const note = replaced
    ? say('draft-kept-instead', { name: escapeHtml(cutLine(replaced.by ?? say('person-unknown'), 64)) })
    : say('draft-kept')
  await showDraft(ctx, await readDraft(ctx, draftId), undefined, note)
}

/** Gives a draft other words. Where it is not what the member has read, it is shown as it is. */
export async function changeDraft(
  ctx: MemberContext,
  draftId: string,
  revision: number,
  words: string,
): Promise<void> {
  const text = fitting(words)
  try {
    await ctx.tools.desk.perform(actorOf(ctx), 'editDraft', { draftId, revision, text })
  } catch (error) {
    if (error instanceof DeskError && error.kind === 'conflict')
      await showDraft(ctx, await readDraft(ctx, draftId))
    throw error
  }
  await showDraft(ctx, await readDraft(ctx, draftId), undefined, ctx.voice.say('draft-kept'))
}

/** What can be kept as a draft, and sent one day. */
function fitting(words: string): string {
  const text = words.trim()
  if (text === '') throw new DeskError('invalid', 'text-empty')
  if (text.length > longestDraft) {
    throw new DeskError('invalid', 'draft-too-long', { limit: longestDraft, length: text.length })
  }
  const { body, options } = readChoices(text)
  if (options.length > 0 && body.trim() === '') throw new DeskError('invalid', 'choices-without-text')
  return text
}
