/** An answer that is written once and sent often: plain data. */
export interface QuickReply {
  [column: string]: unknown
  id: string
  shortcut: string
  /** With its variables, such as {first_name}. */
  body: string
  category: string | null
  /** Whether everybody on the team has it; else it is the looking member's own. */
  shared: boolean
  uses: number
}

/** The columns of one, for `select`; of `q` (quick_reply). */
export const quickReplyColumns = `q.id, q.shortcut, q.body, q.category, q.owner_id is null as shared, q.uses`

/** SQL: what the member $2 may see of the organization $1. */
export const visibleTo = `q.organization_id = $1 and (q.owner_id is null or q.owner_id = $2)`
