import type { AlbumOutcome, OutboundMessage, UsedAccount } from '#core/channels/channel-port.ts'
import type { FileKind, Network } from '#core/channels/inbound-item.ts'
import type { OutboundContent } from '#core/channels/outbound-content.ts'
import { idAt, isRecord, type JsonRecord, recordAt } from '../meta/loose-json.ts'
import { addressOf, chatOf, refuse, replyOf } from './address-of.ts'
import { sortTelegramAlbum } from './sort-telegram-answer.ts'
import type { TelegramClient, TelegramFile } from './telegram-client.ts'
import { messageKey } from './where.ts'
import { whyNot } from './why-not.ts'

const typeOf: Partial<Record<FileKind, string>> = {
  image: 'photo',
  video: 'video',
  audio: 'audio',
  document: 'document',
}

/**
 * Sends files as one media group: all of them or none. Each keeps its own caption; a caption that is the only one of an
 * album is shown below the whole. The album answers what its first answering part answers.
 */
export async function sendAlbum(
  client: TelegramClient,
  account: UsedAccount,
  network: Network,
  messages: readonly OutboundMessage[],
): Promise<AlbumOutcome> {
  const [first] = messages
  const chat = first && chatOf(first)
  if (chat === undefined) return refuse('no-address', 'Telegram knows no chat with this person')
  const refusal = messages
    .map(({ content }) => whyNot(account, network, content))
    .find((one) => one !== undefined)
  if (refusal) return refusal.failure.code === 'no-right' ? refusal : { ...refusal, outcome: 'not-as-one' }
  const items = messages.map(({ content }, index) => itemOf(content, `file${index}`))
  const parts = items.filter((item) => item !== undefined)
  if (parts.length < messages.length) {
    const title = 'A Telegram album holds photos and films, documents or music'
    return { outcome: 'not-as-one', failure: { code: 'not-here', title } }
  }
  const answering = messages.find(({ replyTo }) => replyTo !== undefined)
  const params = {
    ...addressOf(account, network),
    chat_id: chat,
    media: parts.map(({ media }) => media),
    ...(answering ? replyOf(answering) : {}),
  }
  const files = parts.map(({ file }) => file)
  const answer = await client.call(account.token, 'sendMediaGroup', params, files)
  return answer.kind === 'answered' ? readReceipts(answer.result, chat) : sortTelegramAlbum(answer)
}

function itemOf(
  content: OutboundContent,
  field: string,
): { media: JsonRecord; file: TelegramFile } | undefined {
  if (content.kind !== 'file') return undefined
  const { file, caption } = content
  const type = typeOf[file.kind]
  if (type === undefined) return undefined
  return {
    media: { type, media: `attach://${field}`, ...(caption ? { caption } : {}) },
    file: { field, file },
  }
}

/** The messages of the album, in the order of its items. What is not named has been sent all the same. */
function readReceipts(result: unknown, chat: string): AlbumOutcome {
  const sent = (Array.isArray(result) ? result : []).filter(isRecord)
  const externalIds: string[] = []
  for (const message of sent) {
    const id = idAt(message, 'message_id')
    if (id === undefined) break
    externalIds.push(messageKey(idAt(recordAt(message, 'chat') ?? {}, 'id') ?? chat, id))
  }
  if (externalIds.length > 0) return { outcome: 'sent', externalIds }
  const title = 'Accepted, but the answer names no message'
  return { outcome: 'unconfirmed', failure: { code: 'no-receipt', title } }
}
