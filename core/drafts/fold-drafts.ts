import type { Sql } from '../database/sql.ts'

/** What parting two leads again needs to know of their drafts. */
export interface FoldedDrafts {
  /** Those that the younger lead had. */
  moved: string[]
  /** Which of two that waited gave way; null: there were not two. */
  gaveWay: string | null
}

/**
 * Gives the drafts of a lead to the older one that it is folded into. Of two that wait, the one whose words are newer waits
 * on. None goes out unread: the conversation is another than it was written for.
 */
export async function foldDrafts(
  sql: Sql,
  organizationId: string,
  younger: string,
  older: string,
): Promise<FoldedDrafts> {
  const gaveWay = await giveWay(sql, organizationId, younger, older)
  const moved = await moveDrafts(sql, organizationId, younger, older)
  return { moved, gaveWay }
}

/** Takes `foldDrafts` back, as far as nobody has done anything with the drafts since. */
export async function unfoldDrafts(
  sql: Sql,
  organizationId: string,
  from: string,
  to: string,
  { moved, gaveWay }: FoldedDrafts,
): Promise<void> {
  const [waits] = await sql.query<{ id: string }>(
    `select id from reply_draft where organization_id = $1 and lead_id = $2 and id = any($3) and state = 'waiting'`,
    [organizationId, from, moved],
  )
  if (waits) await giveWay(sql, organizationId, from, to)
  await moveDrafts(sql, organizationId, from, to, moved)
  await sql.query(
    `update reply_draft d set state = 'waiting', settled_at = null
     where d.organization_id = $1 and d.id = $2 and d.state = 'outdated' and d.settled_by is null
       and not exists (select from reply_draft o where o.organization_id = $1 and o.lead_id = d.lead_id
         and o.state = 'waiting')`,
    [organizationId, gaveWay],
  )
}

/** Of the waiting drafts of two leads the one with the older words gives way; nobody has done that. */
async function giveWay(sql: Sql, organizationId: string, one: string, other: string): Promise<string | null> {
  const waiting = await sql.query<{ id: string }>(
    `select id from reply_draft where organization_id = $1 and lead_id = any($2) and state = 'waiting'
     order by written_at desc, id desc for update`,
    [organizationId, [one, other]],
  )
  const id = waiting[1]?.id ?? null
  await sql.query(
    `update reply_draft set state = 'outdated', settled_at = now() where organization_id = $1 and id = $2`,
    [organizationId, id],
  )
  return id
}

async function moveDrafts(sql: Sql, organizationId: string, from: string, to: string, only?: string[]) {
  const moved = await sql.query<{ id: string }>(
    `update reply_draft set lead_id = $3 where organization_id = $1 and lead_id = $2
       and ($4::uuid[] is null or id = any($4)) returning id`,
    [organizationId, from, to, only ?? null],
  )
  return moved.map(({ id }) => id)
}
