import type { Database } from '../database/sql.ts'
import { newId } from '../new-id.ts'

/**
 * The id of the organization that the environment's settings belong to: the oldest one, or a new id on an empty
 * database. Not a query of the desk, because it is asked before any organization is known.
 */
export async function findFirstOrganization(database: Database): Promise<string> {
  const [row] = await database.transaction({ relay: true }, (sql) =>
    sql.query<{ id: string }>('select id from organization order by created_at, id limit 1'),
  )
  return row?.id ?? newId()
}
