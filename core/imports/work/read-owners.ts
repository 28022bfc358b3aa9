import type { Sql } from '../../database/sql.ts'
import { normalWords } from '../../search/normal-words.ts'

/** Members who may have leads, by name and by username as lists may have them; null: several are called so. */
export async function readOwners(sql: Sql, organizationId: string): Promise<Map<string, string | null>> {
  const members = await sql.query<{ id: string; name: string; username: string | null }>(
    `select id, name, username from member where organization_id = $1 and state = 'active' and role <> 'viewer'`,
    [organizationId],
  )
  const owners = new Map<string, string | null>()
  for (const { id, name, username } of members) {
    for (const word of new Set([name, username ?? ''].map(normalWords))) {
      if (word !== '') owners.set(word, owners.has(word) ? null : id)
    }
  }
  return owners
}
