import type { Database } from '../database/sql.ts'
import { type MediaStore, uploadKey } from './media-store.ts'

/** Files that came with a call of a stranger's, before anybody has read the call. */
export interface Uploads {
  /**
   * Keeps a file until its message is read and the file fetched like any other (`upload:<id>` as its media id), or for
   * eight days. Doing so again under the same id is harmless.
   *
   * @param id a UUID made of what the call is known by, so that a call that comes again brings no second copy
   * @throws when the database or the store is away: the call must not be answered with 200
   */
  keep(organizationId: string, id: string, file: { bytes: Buffer; mime: string }): Promise<void>
}

export function createUploads({ database, store }: { database: Database; store: MediaStore }): Uploads {
  return {
    async keep(organizationId, id, { bytes, mime }) {
      await database.transaction({ organizationId }, (sql) =>
        sql.query(
          `insert into upload (organization_id, id) values ($1, $2)
           on conflict (organization_id, id) do update set created_at = now()`,
          [organizationId, id],
        ),
      )
      await store.put(uploadKey(organizationId, id), bytes, { mime, size: bytes.length })
    },
  }
}
