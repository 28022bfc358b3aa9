import type { Sql } from '../database/sql.ts'

/** Whether leads are given to people at all: by a method or by rules. Elsewhere they are for whoever claims them. */
export async function givesLeads(sql: Sql, organizationId: string): Promise<boolean> {
  const [row] = await sql.query<{ gives: boolean }>(
    `select exists (select from assignment_setting where organization_id = $1 and method <> 'claim')
       or exists (select from assignment_rule where organization_id = $1) as gives`,
    [organizationId],
  )
  return row?.gives ?? false
}
