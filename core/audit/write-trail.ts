import { memberIdOf } from '../actor.ts'
import type { Work } from '../command.ts'
import type { Row, Sql } from '../database/sql.ts'

/** Lines of leads' histories: what staff read. */
export async function writeHistory(sql: Sql, { organizationId, actor }: Work, lines: Row[]) {
  if (lines.length === 0) return
  await sql.query(
    `insert into activity (organization_id, id, lead_id, kind, actor_id, data)
     select $1, a.id, a."leadId", a.kind, $2, a.data
     from jsonb_to_recordset($3::jsonb) as a(id uuid, "leadId" uuid, kind text, data jsonb)`,
    [organizationId, memberIdOf(actor), JSON.stringify(lines)],
  )
}

/** Lines of the audit: who did what, and what was refused. Neither is ever changed. */
export async function writeAudit(
  sql: Sql,
  organizationId: string,
  actor: string,
  outcome: string,
  lines: Row[],
) {
  if (lines.length === 0) return
  await sql.query(
    `insert into audit_entry (organization_id, id, actor, action, outcome, data)
     select $1, a.id, $2, a.action, $3, a.data
     from jsonb_to_recordset($4::jsonb) as a(id uuid, action text, data jsonb)
     where exists (select 1 from organization where id = $1)`,
    [organizationId, actor, outcome, JSON.stringify(lines)],
  )
}
