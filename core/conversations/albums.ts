import type { Albums } from '../channels/channel-port.ts'
import type { FileKind } from '../channels/inbound-item.ts'
import type { MessageOrigin } from './message.ts'
import type { Part } from './plan-parts.ts'

/** A part of an album that waits to be sent. */
export interface WaitingPart {
  messageId: string
  kind: string
  /** Of its file. */
  bytes: number
}

/** Names an album of a member's: Telegram numbers albums, the messages of one bot and a chat. */
export const albumKey = (
  memberId: string,
  { account, chat }: Pick<MessageOrigin, 'account' | 'chat'>,
  album: string,
): string => `${memberId}:${account}:${chat}:${album}`

/** Marks the files of an answer as parts of an album; the text of a caption that was too long is none. */
export const joinAlbum = (parts: Part[], key: string): Part[] =>
  parts.map((part) => (part.file ? { ...part, album: key } : part))

/**
 * Chooses what goes out in one call with a part whose turn has come: the parts of a kind that may stand beside it, as
 * many and as large as one album may be. The others follow in calls of their own.
 *
 * @param parts in the order in which the member sent them, with the one whose turn it is
 * @returns in the same order; the part alone where nothing may go with it
 */
export function chooseTogether<Waiting extends WaitingPart>(
  parts: readonly Waiting[],
  turn: string,
  albums: Albums | undefined,
): Waiting[] {
  const first = parts.find(({ messageId }) => messageId === turn)
  if (!first) return []
  const group = albums && groupOf(first.kind, albums)
  const chosen = new Set([first])
  let bytes = first.bytes
  for (const part of group ? parts : []) {
    if (chosen.size === albums?.max) break
    if (part === first || !group?.includes(part.kind as FileKind)) continue
    if (bytes + part.bytes > (albums?.maxBytes ?? 0)) continue
    chosen.add(part)
    bytes += part.bytes
  }
  return parts.filter((part) => chosen.has(part))
}

const groupOf = (kind: string, { together }: Albums) =>
  together.find((kinds) => (kinds as readonly string[]).includes(kind))
