import type { Asked, MediaSource, UsedAccount } from '#core/channels/channel-port.ts'
import type { InboundAttachment } from '#core/channels/inbound-item.ts'
import { isRecord, textAt } from '../meta/loose-json.ts'
import { sortTelegramAsked } from './sort-telegram-answer.ts'
import type { TelegramClient } from './telegram-client.ts'

/**
 * Where a file can be downloaded, for an hour: the address holds the token, so it is asked for each time and never kept.
 * Files over 20 MB a bot cannot have.
 */
export async function findFile(
  client: TelegramClient,
  root: string,
  account: UsedAccount,
  file: InboundAttachment,
): Promise<Asked<MediaSource>> {
  if (file.mediaId === undefined) {
    return { outcome: 'gone', failure: { code: 'no-media-id', title: 'Telegram gave no id of this file' } }
  }
  const answer = await client.call(account.token, 'getFile', { file_id: file.mediaId })
  if (answer.kind !== 'answered') return sortTelegramAsked(answer)
  const path = isRecord(answer.result) ? textAt(answer.result, 'file_path') : undefined
  if (path === undefined) {
    return { outcome: 'later', failure: { code: 'no-path', title: 'Telegram named no place of this file' } }
  }
  const encoded = path.split('/').map(encodeURIComponent).join('/')
  return {
    outcome: 'found',
    value: {
      url: `${root}/file/bot${account.token}/${encoded}`,
      tokenOrigins: [],
      trustedOrigins: [new URL(root).origin],
      ...(file.mime === undefined ? {} : { mime: file.mime }),
      ...(file.fileName === undefined ? {} : { fileName: file.fileName }),
      ...(file.size === undefined ? {} : { size: file.size }),
    },
  }
}
