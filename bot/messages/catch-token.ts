import type { NextFunction } from 'grammy'
import { deleteSecret } from '../connect/delete-secret.ts'
import { looksLikeToken } from '../connect/looks-like-token.ts'
import { markSecret } from '../connect/secret-updates.ts'
import type { MemberContext } from '../context.ts'
import { answerMember } from '../posts/answer-member.ts'

/** Whoever takes a message that is a token, also when it is heard again: its update is not kept. */
export function noteToken(ctx: MemberContext, next: NextFunction): Promise<void> {
  if (looksLikeToken(ctx.message?.text ?? '')) markSecret(ctx.update)
  return next()
}

/** A token that was pasted where nobody asked for one: it goes to no customer, and does not stay in the chat. */
export async function catchToken(ctx: MemberContext, next: NextFunction): Promise<void> {
  if (!looksLikeToken(ctx.message?.text ?? '')) return next()
  const { say } = ctx.voice
  const isDeleted = await deleteSecret(ctx)
  const html = isDeleted
    ? say('connect-caught')
    : `${say('connect-caught')}\n\n⚠️ ${say('connect-not-deleted')}`
  await answerMember(ctx, 'token-caught', { html: `🔒 ${html}` })
}
