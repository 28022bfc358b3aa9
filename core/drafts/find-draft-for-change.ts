import type { Work } from '../command.ts'
import { DeskError } from '../errors.ts'
import { findLeadForChange } from '../leads/find-lead-for-change.ts'
import type { Lead } from '../leads/lead.ts'
import type { DraftState } from './draft.ts'

/** A draft as its row stands. */
export interface Draft {
  [column: string]: unknown
  id: string
  leadId: string
  authorId: string
  editedBy: string | null
  text: string
  state: DraftState
  revision: number
  seen: string
  settledBy: string | null
  messageId: string | null
  /** Who changed it last: wrote its words, or ended it. */
  lastBy: string | null
}

const columns = `d.id, d.lead_id as "leadId", d.author_id as "authorId", d.edited_by as "editedBy", d.text, d.state, d.revision,
  d.seen, d.settled_by as "settledBy", d.message_id as "messageId",
  (select name from member m where m.organization_id = $1 and m.id = coalesce(d.settled_by, d.edited_by, d.author_id)) as "lastBy"`

type Tools = Pick<Work, 'sql' | 'organizationId'>

/** The draft of a lead that waits, if there is one. */
export async function findWaiting({ sql, organizationId }: Tools, leadId: string) {
  const [draft] = await sql.query<Draft>(
    `select ${columns} from reply_draft d where d.organization_id = $1 and d.lead_id = $2 and d.state = 'waiting'`,
    [organizationId, leadId],
  )
  return draft
}

/**
 * Loads a draft under the lock of its lead: all that is done to drafts and said in the lead waits for one another there, so
 * that of two who press at once the second sees what the first did.
 *
 * @throws DeskError draft-not-found, also for a draft of another organization; lead-not-found, lead-merged
 */
export async function findDraftForChange(work: Work, draftId: string): Promise<{ draft: Draft; lead: Lead }> {
  const find = async () => {
    const [draft] = await work.sql.query<Draft>(
      `select ${columns} from reply_draft d where d.organization_id = $1 and d.id = $2`,
      [work.organizationId, draftId],
    )
    if (!draft) throw new DeskError('not-found', 'draft-not-found')
    return draft
  }
  const lead = await findLeadForChange(work, (await find()).leadId)
  return { draft: await find(), lead }
}
