import type { Person } from '../../channels/inbound-item.ts'
import { passingKinds } from '../../contacts/passing-kinds.ts'
import type { Sql } from '../../database/sql.ts'

/**
 * The conversation of each person with an account, where there is one already: nobody is made a contact by this.
 *
 * @returns conversation ids in the order given
 */
export async function findPersonsConversations(
  sql: Sql,
  organizationId: string,
  wanted: { accountId: string; person: Person }[],
): Promise<(string | undefined)[]> {
  const claims = wanted.flatMap(({ accountId, person }, position) =>
    person.identities
      .filter(({ kind }) => !passingKinds.has(kind))
      .map(({ kind, value }) => ({ position, accountId, kind, value })),
  )
  if (claims.length === 0) return wanted.map(() => undefined)
  const rows = await sql.query<{ position: number; conversation_id: string }>(
    `select w.position, c.id as conversation_id
     from unnest($2::int[], $3::uuid[], $4::text[], $5::text[]) as w(position, account_id, kind, value)
     cross join lateral (select thread_id from contact_identity where organization_id = $1
       and kind = w.kind and value = w.value and valid_until is null limit 1) i
     cross join lateral (select id from conversation where organization_id = $1
       and channel_account_id = w.account_id and thread_id = i.thread_id limit 1) c
     order by w.position`,
    [
      organizationId,
      claims.map(({ position }) => position),
      claims.map(({ accountId }) => accountId),
      claims.map(({ kind }) => kind),
      claims.map(({ value }) => value),
    ],
  )
  const found = new Map<number, string>()
  for (const row of rows) if (!found.has(row.position)) found.set(row.position, row.conversation_id)
  return wanted.map((_, position) => found.get(position))
}
