import type { UsedAccount } from '#core/channels/channel-port.ts'
import { dropUndefined } from '../../meta/drop-undefined.ts'
import type { GraphClient } from '../../meta/graph-client.ts'

/** Marks a message, and with it all earlier ones, as read; `typing` shows for 25 s or until the answer comes. */
export async function markSeen(
  graph: GraphClient,
  account: UsedAccount,
  seen: { externalId: string; typing: boolean },
): Promise<void> {
  // A call is nothing to read.
  if (seen.externalId.startsWith('wacid.')) return
  await graph.post(
    `${encodeURIComponent(account.externalId)}/messages`,
    account.token,
    dropUndefined({
      messaging_product: 'whatsapp',
      status: 'read',
      message_id: seen.externalId,
      typing_indicator: seen.typing ? { type: 'text' } : undefined,
    }),
  )
}
