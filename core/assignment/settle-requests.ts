import type { Sql } from '../database/sql.ts'

export type RequestOutcome = 'assigned' | 'claim' | 'moot'

/** Ends a request for somebody to be given a lead. */
export async function settleRequest(
  sql: Sql,
  organizationId: string,
  requestId: string,
  outcome: RequestOutcome,
): Promise<void> {
  await sql.query(
    `update assignment_request set settled_at = now(), outcome = $3
     where organization_id = $1 and id = $2 and settled_at is null`,
    [organizationId, requestId, outcome],
  )
}

/** Ends what is asked for a lead that somebody has now. */
export async function settleRequestsOf(sql: Sql, organizationId: string, leadId: string): Promise<void> {
  await sql.query(
    `update assignment_request set settled_at = now(), outcome = 'moot'
     where organization_id = $1 and lead_id = $2 and settled_at is null`,
    [organizationId, leadId],
  )
}
