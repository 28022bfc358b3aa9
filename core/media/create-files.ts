import type { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import type { Database } from '../database/sql.ts'
import { DeskError } from '../errors.ts'
import { decideServing, type Serving } from './decide-serving.ts'
import { createLinkTokens } from './link-tokens.ts'
import { type ByteRange, type MediaStore, storeKey } from './media-store.ts'

export interface FilesOptions {
  database: Database
  store: MediaStore
  keys: readonly [Buffer, ...Buffer[]]
  /** Where this desk is reached from outside, asked with each link; never what a request says of itself. */
  publicUrl: () => string
  now?: () => Date
}

/** A file behind a link, ready to be served. */
export interface LinkedFile {
  serving: Serving
  kind: string
  /** As the sender called it: hostile until cleaned. */
  fileName: string | null
  /** In bytes. */
  size: number
  /** Undefined: the bytes are not there (any more). */
  open(range?: ByteRange): Promise<Readable | undefined>
}

/** Stored files, of messages and what imports left out, for whoever has to send, show or serve them. */
export interface Files {
  /** @throws DeskError attachment-not-stored */
  read(organizationId: string, attachmentId: string): Promise<Buffer>
  /** @throws DeskError attachment-not-stored */
  open(organizationId: string, attachmentId: string, range?: ByteRange): Promise<Readable>
  /**
   * A link that anybody can follow until it ends, after 15 minutes unless said otherwise (at most an hour). Whether
   * there is a file is found out by whoever follows it.
   */
  link(
    organizationId: string,
    attachmentId: string,
    options?: { minutes?: number; download?: boolean },
  ): string
  /** The file behind the token of a link. Undefined: forged, expired, or no such file; nobody is told which. */
  follow(token: string): Promise<LinkedFile | undefined>
}

const usualMinutes = 15
const mostMinutes = 60

export function createFiles(options: FilesOptions): Files {
  const { database, store, publicUrl, now = () => new Date() } = options
  const tokens = createLinkTokens(options.keys)

  const find = async (organizationId: string, attachmentId: string) => {
    const [row] = await database.transaction({ organizationId }, (sql) =>
      sql.query<{
        kind: string
        mime: string
        fileName: string | null
        size: string
        width: number | null
        height: number | null
      }>(
        `select kind, stored_mime as mime, file_name as "fileName", size, width, height from attachment
         where organization_id = $1 and id = $2 and state = 'stored'
         union all
         select 'document', 'text/csv', file_name, report_size, null, null from contact_import
         where organization_id = $1 and report_id = $2 and report_size is not null`,
        [organizationId, attachmentId],
      ),
    )
    return row
  }

  const open: Files['open'] = async (organizationId, attachmentId, range) => {
    const isStored = await find(organizationId, attachmentId)
    const opened = isStored && (await store.open(storeKey(organizationId, attachmentId), range))
    if (!opened) throw new DeskError('not-found', 'attachment-not-stored')
    return opened.stream
  }

  return {
    open,
    read: async (organizationId, attachmentId) => buffer(await open(organizationId, attachmentId)),
    link(organizationId, attachmentId, { minutes = usualMinutes, download = false } = {}) {
      const lasts = Math.min(minutes, mostMinutes) * 60_000
      const token = tokens.sign({ organizationId, attachmentId, download }, new Date(now().getTime() + lasts))
      return `${publicUrl().replace(/\/+$/, '')}/media/${token}`
    },
    async follow(token) {
      const claim = tokens.open(token, now())
      if (!claim) return undefined
      const { organizationId, attachmentId, download } = claim
      const row = await find(organizationId, attachmentId)
      if (!row) return undefined
      const { kind, fileName, size } = row
      return {
        serving: decideServing(row, download),
        kind,
        fileName,
        size: Number(size),
        open: async (range) => (await store.open(storeKey(organizationId, attachmentId), range))?.stream,
      }
    },
  }
}
