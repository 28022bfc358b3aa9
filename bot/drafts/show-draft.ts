import { changePressed, findPressedPost } from '../actions/pressed-post.ts'
import type { Viewer } from '../cards/lead-card-face.ts'
import { actorOf, type MemberContext, viewerOf } from '../context.ts'
import { answerMember } from '../posts/answer-member.ts'
import { draftFace, type ReadDraft } from './draft-face.ts'
import { draftKey, draftOfKey } from './draft-key.ts'

export const readDraft = async (ctx: MemberContext, draftId: string): Promise<ReadDraft> => {
  const draft = await ctx.tools.desk.ask(actorOf(ctx), 'readDraft', { draftId })
  if (!draft) throw new Error('The desk answered with no draft.')
  return draft
}

export const findWaiting = (ctx: MemberContext, leadId: string): Promise<ReadDraft | null> =>
  ctx.tools.desk.ask(actorOf(ctx), 'readDraft', { leadId })

/** In the group everybody reads what one of them asked for: the desk decides who may press what. */
export const draftViewer = (ctx: MemberContext): Viewer =>
  ctx.place.group
    ? { id: '', role: 'agent', permissions: ['leads.read', 'leads.work'], isGroup: true }
    : viewerOf(ctx)

/** Shows a draft as a new message, below what asked for it. `note`: what is said above it. */
export async function showDraft(
  ctx: MemberContext,
  draft: ReadDraft,
  opener = String(ctx.update.update_id),
  note?: string,
): Promise<void> {
  const { leadId } = draft
  const card = await ctx.tools.desk.ask(actorOf(ctx), 'findLead', { leadId })
  const face = draftFace(ctx.voice, card, draft, draftViewer(ctx), note)
  const pressed = ctx.callbackQuery ? await findPressedPost(ctx) : undefined
  const replyTo = ctx.callbackQuery ? undefined : ctx.msg?.message_id
  await answerMember(
    ctx,
    'draft',
    { ...face, ...(replyTo === undefined ? {} : { replyTo }) },
    {
      key: draftKey(draft.id, opener),
      leadId,
      ...(pressed?.key ? { replyToKey: pressed.key } : {}),
    },
  )
}

/** Puts the pressed draft right; where something else was pressed, shows it anew. */
export async function refreshDraft(ctx: MemberContext, draftId: string): Promise<void> {
  const draft = await readDraft(ctx, draftId)
  const card = await ctx.tools.desk.ask(actorOf(ctx), 'findLead', { leadId: draft.leadId })
  const face = draftFace(ctx.voice, card, draft, draftViewer(ctx))
  const pressed = await findPressedPost(ctx)
  const opener = String(ctx.update.update_id)
  if (draftOfKey(pressed?.key ?? '') !== draftId) return showDraft(ctx, draft, opener)
  await changePressed(ctx, face, draftKey(draftId, ''), draftKey(draftId, opener))
}
