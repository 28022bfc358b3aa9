import type { Sql } from '../database/sql.ts'
import type { Hit } from './leads-of.ts'
import { textsOf } from './texts-of.ts'

interface Source {
  [column: string]: unknown
  id: string
  texts: (string | null)[]
}

const sources: Record<Exclude<Hit['place'], 'number' | 'tag'>, string> = {
  person: `select p.id, ${textsOf.person} as texts from contact p where p.organization_id = $1 and p.id = any($2)`,
  message: `select m.id, ${textsOf.message} as texts from message m
    where m.organization_id = $1 and m.id = any($2) and m.erased_at is null`,
  note: `select n.id, ${textsOf.note} as texts from note n where n.organization_id = $1 and n.id = any($2)`,
}

/** The texts in which something was found, what is most itself first, by the document's id. */
export async function readTexts(
  sql: Sql,
  organizationId: string,
  hits: readonly Hit[],
): Promise<Map<string, (string | null)[]>> {
  const texts = new Map<string, (string | null)[]>()
  for (const [place, text] of Object.entries(sources)) {
    const ids = hits.filter((hit) => hit.place === place).map(({ id }) => id)
    if (ids.length === 0) continue
    for (const row of await sql.query<Source>(text, [organizationId, ids])) texts.set(row.id, row.texts)
  }
  return texts
}
