import { z } from 'zod'
import { defineQuery, type Work } from '../command.ts'
import { readMasks } from '../contacts/read-masks.ts'
import { DeskError } from '../errors.ts'
import { mustSeeLead } from '../leads/must-see-lead.ts'
import { canReadLeads } from '../policy.ts'
import { visibleLeads } from '../team/visible-leads.ts'
import type { DraftState } from './draft.ts'
import { isSaid, readLook } from './read-look.ts'

/** So many messages are told of what was written since. */
const toldMessages = 3

/** What was written since a draft was. Texts are the customer's or a colleague's own: escape them. */
export interface SaidSince {
  messageId: string
  direction: 'inbound' | 'outbound'
  kind: string
  body: string | null
  data: Record<string, unknown>
  at: Date
  /** The member who wrote it; null: the customer, or nobody of the team. */
  by: string | null
}

interface Row extends Record<string, unknown> {
  id: string
  leadId: string
  authorId: string
  author: string
  editor: string | null
  settledBy: string | null
  lastBy: string
  text: string
  state: DraftState
  revision: number
  writtenAt: Date
  settledAt: Date | null
  seen: string
  seenMessages: number
  key: string
}

const names = ['author_id', 'edited_by', 'settled_by'].map(
  (column) => `(select name from member m where m.organization_id = $1 and m.id = d.${column})`,
)
const columns = `d.id, d.lead_id as "leadId", d.author_id as "authorId", ${names[0]} as author, ${names[1]} as editor,
  ${names[2]} as "settledBy",
  coalesce(${names[2]}, ${names[1]}, ${names[0]}) as "lastBy", d.text, d.state, d.revision, d.written_at as "writtenAt", d.settled_at as "settledAt", d.seen,
  d.seen_messages as "seenMessages", d.idempotency_key as key`

/**
 * The draft of a lead that waits, null where none does; or one by its id, whatever has become of it.
 *
 * `seen` is the word for the conversation as it is now, by which `sendDraft` knows what its actor was shown; `isChanged`: it
 * is another than the draft was written for. `since` is what was said since, the last of it in order, as far as the actor
 * sees it; `sinceCount` counts all. `lastBy`: who changed it last. `chat`: in which chat of the staff's network it was written; null: somewhere else.
 *
 * @throws DeskError draft-not-found, also for a draft of another organization; lead-not-found
 */
export const readDraft = defineQuery({
  input: z.union([z.object({ leadId: z.uuid() }), z.object({ draftId: z.uuid() })]),
  allowed: canReadLeads,
  async run(work, input) {
    const { sql, organizationId } = work
    if ('leadId' in input) await mustSeeLead(work, input.leadId)
    const [where, value] =
      'leadId' in input
        ? [`d.lead_id = $2 and d.state = 'waiting'`, input.leadId]
        : ['d.id = $2', input.draftId]
    const [row] = await sql.query<Row>(
      `select ${columns} from reply_draft d where d.organization_id = $1 and ${where}`,
      [organizationId, value],
    )
    if (!row && 'leadId' in input) return null
    if (!row) throw new DeskError('not-found', 'draft-not-found')
    const { contactId } = await mustSeeLead(work, row.leadId)
    const mask = (await readMasks(work, [contactId]))(contactId)
    const { seen: wroteFor, seenMessages, key, text, ...draft } = row
    const { seen, messages } = await readLook(sql, organizationId, contactId)
    const isChanged = draft.state === 'waiting' && seen !== wroteFor
    const sinceCount = isChanged ? Math.max(0, messages - seenMessages) : 0
    const since = await listSince(work, contactId, Math.min(sinceCount, toldMessages))
    return { ...draft, text: mask(text), seen, isChanged, sinceCount, since: mask(since), chat: chatOf(key) }
  },
})

/** The last that came in or went out, by when it came here: what was sent earlier and came late is new too. */
async function listSince({ actor, sql, organizationId }: Work, contactId: string, count: number) {
  if (count === 0) return []
  const values: unknown[] = [organizationId, contactId, count]
  const visible = visibleLeads(actor, values)
  const newest = await sql.query<SaidSince & Record<string, unknown>>(
    `select m.id as "messageId", m.direction, m.kind, m.body, m.data, coalesce(m.sent_at, m.created_at) as at,
       (select name from member a where a.organization_id = $1 and a.id = m.author_id) as by
     from (select m.id, ${visible} as visible from lead l
       join message m on m.organization_id = $1 and m.lead_id = l.id and ${isSaid}
       where l.organization_id = $1 and l.contact_id = $2 order by m.id desc limit $3) n
     join message m on m.organization_id = $1 and m.id = n.id
     where n.visible order by m.id`,
    values,
  )
  return newest.map(
    ({ messageId, direction, kind, body, data, at, by }): SaidSince => ({
      messageId,
      direction,
      kind,
      body,
      data,
      at,
      by,
    }),
  )
}

/** The key of a draft that was written in a chat is `draft:<account>:<chat>:<message>`. */
const chatOf = (key: string): string | null => /^draft:[^:]*:(-?\d+):\d+$/.exec(key)?.[1] ?? null
