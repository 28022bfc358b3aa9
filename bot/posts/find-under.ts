import { setTimeout as sleep } from 'node:timers/promises'
import { accountOf, actorOf, type MemberContext } from '../context.ts'

/** How long it may take until the number of what was just shown is known, and how often is looked, in milliseconds. */
const patience = 5_000
const everyMs = 100

/**
 * The post of ours, or the member's own answer, under a number in a chat; undefined for anything else. Telegram shows a
 * message before it tells us its number: where one is being shown in the chat, that is waited for.
 */
export async function findUnder(ctx: MemberContext, externalId: number, chatId = ctx.place.chat) {
  const { desk } = ctx.tools
  const actor = actorOf(ctx)
  const place = { account: accountOf(ctx), chatId, externalId }
  const began = performance.now()
  for (;;) {
    // Asked before: what is stored in between is found then.
    const mayCome = performance.now() - began < patience
    const post = await desk.ask(actor, 'findPost', place)
    if (post) return post
    if (!mayCome || !(await desk.ask(actor, 'isShowing', { chatId }))) {
      return (await desk.ask(actor, 'findPost', place)) ?? undefined
    }
    await sleep(everyMs)
  }
}
