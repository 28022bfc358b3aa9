import { callbackData } from '../callback-data.ts'
import type { MemberContext } from '../context.ts'
import { answerMember } from './answer-member.ts'

/** How a command about a lead is used, below one that named none, and the way to the leads. */
export async function showUsage(ctx: MemberContext, name: string, html: string): Promise<void> {
  const replyTo = ctx.msg?.message_id
  const open = { text: ctx.voice.say('button-inbox'), data: callbackData('inbox', 'mine', '0') }
  await answerMember(ctx, name, { html, buttons: [[open]], ...(replyTo === undefined ? {} : { replyTo }) })
}
