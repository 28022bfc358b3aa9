import type { MemberContext } from '../context.ts'
import { answerMember } from '../posts/answer-member.ts'
import { mostWords, readFound } from './read-found.ts'

/** Shows what is found. The words stay in the post, so that its pages are those of the same search. */
export async function showFound(ctx: MemberContext, written: string): Promise<void> {
  const words = written.slice(0, mostWords)
  const key = `found:${ctx.update.update_id}`
  await answerMember(ctx, 'found', { ...(await readFound(ctx, words)), dialogue: { words } }, { key })
}
