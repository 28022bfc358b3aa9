import { fits } from '../media-rules.ts'
import type { MediaStore, StoredMedia } from '../media-store.ts'
import { badParameter } from '../problems.ts'
import type { WantedFile } from './check-direct-message.ts'
import type { DirectAccount, DirectNetwork } from './direct-account.ts'
import { unreachableFile, unsuitableFile } from './direct-problems.ts'

const megabyte = 1024 * 1024
const fetchMs = 10_000

/** The largest file of each kind in bytes. */
const limits: Record<DirectNetwork, Record<string, number>> = {
  instagram: { image: 8 * megabyte, audio: 25 * megabyte, video: 25 * megabyte, file: 25 * megabyte },
  messenger: { image: 25 * megabyte, audio: 25 * megabyte, video: 25 * megabyte, file: 25 * megabyte },
}
const more: Record<string, string[]> = {
  image: ['image/gif', 'image/webp'],
  video: ['video/quicktime', 'video/webm'],
}

/** Keeps a file for an account. @throws {GraphError} 100/2018047 when it is empty, too large or of another kind */
export function keepFile(
  media: MediaStore,
  account: DirectAccount,
  type: string,
  file: { bytes: Buffer; mime: string; filename?: string },
): StoredMedia {
  const limit = limits[account.network][type] ?? 0
  if (file.bytes.length === 0) throw unsuitableFile('The file is empty.')
  if (file.bytes.length > limit)
    throw unsuitableFile(`It has ${file.bytes.length} bytes; at most ${limit} are allowed.`)
  const plain = file.mime.split(';')[0]?.trim() ?? ''
  if (type !== 'file' && !fits(type, plain) && !more[type]?.includes(plain))
    throw unsuitableFile(`${plain} is no ${type}.`)
  if (type === 'file' && account.network === 'instagram' && plain !== 'application/pdf')
    throw unsuitableFile('Instagram takes only PDF as a file.')
  return media.add({ phoneNumberId: account.id, ...file })
}

/**
 * The file of a message: fetched from its address as Meta fetches it, or uploaded before.
 * @throws {GraphError} 100 for an unknown attachment, 100/2018008 when nothing answers, 100/2018047 as `keepFile`
 */
export async function attachmentFile(
  media: MediaStore,
  account: DirectAccount,
  wanted: WantedFile,
): Promise<StoredMedia> {
  if (wanted.attachmentId !== undefined) {
    const file = media.get(wanted.attachmentId)
    if (file?.phoneNumberId === account.id) return file
    throw badParameter(
      `Param message[attachment][payload][attachment_id]: ${wanted.attachmentId} does not exist.`,
    )
  }
  const url = wanted.url ?? ''
  const answer = await fetch(url, { signal: AbortSignal.timeout(fetchMs) }).catch(() => undefined)
  if (!answer?.ok) throw unreachableFile(url)
  const bytes = Buffer.from(await answer.arrayBuffer())
  const name = new URL(url).pathname.split('/').at(-1) ?? ''
  const mime = answer.headers.get('content-type') ?? 'application/octet-stream'
  return keepFile(media, account, wanted.type, {
    bytes,
    mime,
    ...(name === '' ? {} : { filename: decodeURIComponent(name) }),
  })
}
