import type { Sql } from '../database/sql.ts'

/** Nothing more is shown in a group that is the organization's no longer: what waits for it is told elsewhere. */
export async function releaseGroup(sql: Sql, organizationId: string, chatId: string): Promise<void> {
  await sql.query(`update staff_chat set blocked_until = 'infinity' where organization_id = $1 and id = $2`, [
    organizationId,
    chatId,
  ])
}
