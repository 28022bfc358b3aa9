import type { AccountCheck, Asked, UsedAccount } from '#core/channels/channel-port.ts'
import { isRecord, recordAt, textAt } from '../meta/loose-json.ts'
import { sortTelegramAsked } from './sort-telegram-answer.ts'
import type { TelegramClient } from './telegram-client.ts'

/** Asks whether the owner's account is still connected to the bot, and whether the bot may answer in it. */
export async function checkConnection(
  client: TelegramClient,
  account: UsedAccount,
): Promise<Asked<AccountCheck>> {
  const { connectionId } = account.settings
  const gone = { code: 'disconnected', title: 'The owner took the bot out of his account' }
  if (!connectionId) return { outcome: 'channel-stopped', failure: gone }
  const answer = await client.call(account.token, 'getBusinessConnection', {
    business_connection_id: connectionId,
  })
  if (answer.kind !== 'answered') {
    const asked = sortTelegramAsked(answer)
    return asked.outcome === 'gone' ? { outcome: 'channel-stopped', failure: gone } : asked
  }
  const connection = isRecord(answer.result) ? answer.result : {}
  if (connection.is_enabled === false) return { outcome: 'channel-stopped', failure: gone }
  const mayReply = recordAt(connection, 'rights')?.can_reply === true || connection.can_reply === true
  const name = textAt(recordAt(connection, 'user') ?? {}, 'first_name')
  return {
    outcome: 'found',
    value: {
      subscription: 'subscribed',
      facts: name === undefined ? {} : { displayName: name },
      dangers: mayReply
        ? []
        : [{ code: 'no-reply-right', title: 'The owner does not let the bot answer in his chats' }],
    },
  }
}
