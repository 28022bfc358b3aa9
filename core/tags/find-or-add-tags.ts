import type { Sql } from '../database/sql.ts'
import { newId } from '../new-id.ts'
import { mostOfOrganization, type TagWords } from './read-tag.ts'

/**
 * Finds many tags at once, and adds those that there are not, as far as the organization may have more.
 *
 * @returns the ids by key; a key without one could not be added
 */
export async function findOrAddTags(
  sql: Sql,
  organizationId: string,
  tags: readonly TagWords[],
): Promise<Map<string, string>> {
  const byKey = new Map(tags.map((tag) => [tag.key, tag]))
  if (byKey.size === 0) return new Map()
  const find = (keys: string[]) =>
    sql.query<{ id: string; key: string }>(
      'select id, key from tag where organization_id = $1 and key = any($2)',
      [organizationId, keys],
    )
  const found = new Map((await find([...byKey.keys()])).map(({ id, key }) => [key, id]))
  // In one order for everybody, so that two who add the same tags wait for each other.
  const missing = [...byKey.values()]
    .filter(({ key }) => !found.has(key))
    .toSorted((a, b) => (a.key < b.key ? -1 : 1))
  if (missing.length === 0) return found
  await sql.query(
    `insert into tag (organization_id, id, name, key)
     select $1, t.id, t.name, t.key from unnest($2::uuid[], $3::text[], $4::text[]) as t(id, name, key)
     limit greatest(0, ${mostOfOrganization} - (select count(*) from tag where organization_id = $1))
     on conflict (organization_id, key) do nothing`,
    [
      organizationId,
      missing.map(() => newId()),
      missing.map(({ name }) => name),
      missing.map(({ key }) => key),
    ],
  )
  for (const { id, key } of await find(missing.map((tag) => tag.key))) found.set(key, id)
  return found
}
