import { z } from 'zod'
import type { commands } from '#core/commands.ts'
import type { InputOf } from '#core/desk.ts'
import { DeskError } from '#core/errors.ts'
import { actorOf, type MemberContext } from '../context.ts'
import { sayError } from '../error-words.ts'
import { wordsForCustomer } from '../messages/words-for-customer.ts'
import { answerMember } from '../posts/answer-member.ts'
import type { Answer } from '../posts/post-content.ts'
import { refusalFace } from '../posts/refusal-face.ts'
import { botActor } from '../posts/show-posts.ts'
import { readDraft, refreshDraft } from './show-draft.ts'

/** What a press on a draft asks for; kept beside the refusal of one, for whoever presses another way there. */
const prepared = z.object({
  draftId: z.uuid(),
  revision: z.number().int().positive(),
  confirmed: z.string().exactOptional(),
  origin: z.object({ account: z.string(), chat: z.string(), message: z.number().int() }),
})
export type Prepared = z.output<typeof prepared>

/** Whether what a refusal keeps is a draft of a lead's. */
export const readPrepared = (kept: unknown): Prepared | undefined => prepared.safeParse(kept).data

/** Another way than the usual one. */
type Way = Pick<Answer, 'conversationId' | 'humanAgent'>

/** Gives a draft to the desk to be sent. */
export async function performSending(ctx: MemberContext, asked: Prepared, way: Way = {}): Promise<void> {
  const { desk } = ctx.tools
  const content = await contentOf(ctx, asked.draftId)
  const sending: InputOf<(typeof commands)['sendDraft']> = {
    ...asked,
    ...way,
    ...(content ? { content } : {}),
  }
  await desk.perform(actorOf(ctx), 'sendDraft', sending)
}

/**
 * Sends a draft as it was pressed, and shows what has become of it. Where it cannot go as it is but in another way, the member
 * is told why and offered those ways, as with any answer; the draft waits on.
 *
 * @returns what to say over the button
 */
export async function sendPrepared(ctx: MemberContext, asked: Prepared): Promise<string> {
  const { draftId, revision, origin } = asked
  try {
    await performSending(ctx, asked)
  } catch (error) {
    if (!(error instanceof DeskError) || !error.data.ways) throw error
    const { leadId, text } = await readDraft(ctx, draftId)
    const face = await refusalFace(ctx, error, { leadId, body: text, origin })
    const key = `refused:draft:${draftId}:${revision}:${ctx.update.update_id}`
    await answerMember(ctx, 'refused', { ...face, draft: { ...asked, leadId, body: text } }, { key, leadId })
    return sayError(ctx.voice.say, error)
  }
  await refreshDraft(ctx, draftId)
  return ctx.voice.say('draft-toast-sent')
}

/**
 * What the words are for the customer where that is more than they are: last lines in brackets become choices, as in any
 * answer. Read by the bot itself, since the member may see them without numbers only.
 */
async function contentOf(ctx: MemberContext, draftId: string): Promise<Answer['content']> {
  const { leadId } = await readDraft(ctx, draftId)
  const whole = await ctx.tools.desk.ask(botActor(ctx.member.organizationId), 'readDraft', { draftId })
  if (!whole) return undefined
  const { body = '', content } = await wordsForCustomer(ctx, leadId, whole.text)
  return content ?? (body === whole.text ? undefined : { kind: 'text', body })
}
