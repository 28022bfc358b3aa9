import { DeskError } from '#core/errors.ts'
import { actorOf, type MemberContext } from '../context.ts'
import { answerMember } from '../posts/answer-member.ts'
import type { Answer, PostContent } from '../posts/post-content.ts'
import { refusalFace } from '../posts/refusal-face.ts'
import { tellSeen } from '../posts/tell-seen.ts'
import { joinRefused, refusedAlbumKey } from './refused-album.ts'

type Draft = NonNullable<Extract<PostContent, { method: 'send' }>['draft']>

/**
 * Gives an answer to the desk. Where it cannot go as it is but in another way, the member is told why and offered those
 * ways; what he wrote is kept with the offer, so that a press sends it. The parts of an album are offered as one.
 */
export async function queueAnswer(ctx: MemberContext, answer: Answer): Promise<void> {
  await tellSeen(ctx, answer.leadId, answer.content?.kind === 'files')
  try {
    await ctx.tools.desk.perform(actorOf(ctx), 'queueReply', answer)
  } catch (error) {
    if (!(error instanceof DeskError) || !error.data.ways) throw error
    if (await joinRefused(ctx, answer)) return
    const face = await refusalFace(ctx, error, answer)
    const draft = answer as unknown as Draft
    const album = ctx.msg?.media_group_id
    await answerMember(
      ctx,
      'refused',
      { ...face, draft, replyTo: answer.origin.message },
      { leadId: answer.leadId, ...(album ? { key: refusedAlbumKey(album) } : {}) },
    )
  }
}
