/** What of grammY's `Api` is needed: this room does not depend on how updates are polled. */
interface Answering {
  answerCallbackQuery(id: string): Promise<unknown>
}

/**
 * A polled bot answers a pressed button by itself, so that it stops spinning on the customer's phone. Only manners: a
 * press that could not be answered has been heard all the same.
 */
export function stopSpinning(update: { callback_query?: { id: string } }, api: Answering): void {
  const { callback_query: press } = update
  if (press) void api.answerCallbackQuery(press.id).catch(() => undefined)
}
