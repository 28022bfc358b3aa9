import { accountOf, type MemberContext } from '../context.ts'

/** Where the member wrote something: by this an answer is known again, and signs find the way to it. */
export const ownOrigin = (ctx: MemberContext, message: number) => ({
  account: accountOf(ctx),
  chat: ctx.place.chat,
  message,
})
