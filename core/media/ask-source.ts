import type { Asked, ChannelPort, MediaSource } from '../channels/channel-port.ts'
import type { FileKind, InboundAttachment } from '../channels/inbound-item.ts'
import { openAccount } from '../channels/open-account.ts'
import type { Database } from '../database/sql.ts'
import type { Vault } from '../secrets/vault.ts'
import type { Media } from './claim-media.ts'
import type { MediaFetcher } from './media-fetcher.ts'

export interface AskOptions {
  database: Database
  vault: Vault
  channels: readonly ChannelPort[]
  fetchers: readonly MediaFetcher[]
}

type Question = () => Promise<Asked<MediaSource>>

/**
 * Finds out who can say where the file is. A link that came with the message is for the network's port to judge: most
 * expire within minutes, and only the port knows which hosts may see the token.
 *
 * @returns the question to ask, outside of any transaction; undefined when the file is no longer ours to fetch
 */
export async function askSource(options: AskOptions, media: Media): Promise<Question | undefined> {
  const { database, vault, channels, fetchers } = options
  return database.transaction({ organizationId: media.organization_id }, async (sql) => {
    const [row] = await sql.query<FileRow>(
      `select kind, network_media_id, url, mime, file_name, sha256, size from attachment
       where organization_id = $1 and id = $2 and state = 'waiting' and lease_token = $3`,
      [media.organization_id, media.id, media.lease_token],
    )
    if (!row) return undefined
    const file = readFile(row)
    if (media.origin !== null) {
      const fetcher = fetchers.find(({ origin }) => origin === media.origin)
      return fetcher ? () => fetcher.fetchMedia(file) : () => noWay(media.origin ?? '')
    }
    const opened = await openAccount(sql, vault, media.organization_id, media.channel_account_id)
    if (!opened) return () => noWay('a channel that is gone')
    if ('unusable' in opened) {
      return async () => ({ outcome: 'channel-stopped', failure: opened.unusable })
    }
    const port = channels.find(({ network }) => network === opened.network)
    if (!port?.fetchMedia) return () => noWay(opened.network)
    return async () => (await port.fetchMedia?.(opened.account, file)) ?? noWay(opened.network)
  })
}

interface FileRow {
  [column: string]: unknown
  kind: FileKind
  network_media_id: string | null
  url: string | null
  mime: string | null
  file_name: string | null
  sha256: string | null
  size: string | null
}

const readFile = (row: FileRow): InboundAttachment => ({
  kind: row.kind,
  ...(row.network_media_id === null ? {} : { mediaId: row.network_media_id }),
  ...(row.url === null ? {} : { url: row.url }),
  ...(row.mime === null ? {} : { mime: row.mime }),
  ...(row.file_name === null ? {} : { fileName: row.file_name }),
  ...(row.sha256 === null ? {} : { sha256: row.sha256 }),
  ...(row.size === null ? {} : { size: Number(row.size) }),
})

/** A setting may be missing, or a newer process may know how: it is tried as long as any other. */
const noWay = async (where: string): Promise<Asked<MediaSource>> => ({
  outcome: 'later',
  failure: { code: 'no-way', title: `This version cannot fetch files from ${where}.` },
})
