import { z } from 'zod'
import { defineCommand, type Work } from '../command.ts'
import { DeskError } from '../errors.ts'
import { findLeadForChange } from '../leads/find-lead-for-change.ts'
import { newId } from '../new-id.ts'
import { canDraftReplies } from '../policy.ts'
import { canChangeDraft } from './can-change-draft.ts'
import { draftText } from './draft.ts'
import { findWaiting } from './find-draft-for-change.ts'
import { readLook } from './read-look.ts'

/**
 * Prepares an answer for a lead; nobody outside the team sees it until somebody sends it. It takes the place of the one that
 * waited, where the actor may throw that away.
 *
 * `idempotencyKey` names where it was written, so that hearing it twice keeps one.
 *
 * @returns the draft, and whose draft it took the place of
 * @throws DeskError lead-not-found, lead-merged, draft-of-other (with `name`), draft-for-erased
 */
export const writeDraft = defineCommand({
  input: z.object({ leadId: z.uuid(), text: draftText, idempotencyKey: z.string().max(200) }),
  allowed: canDraftReplies,
  async run(work, { leadId, text, idempotencyKey }) {
    const { actor, sql, organizationId, record, remember } = work
    if (actor.kind !== 'member') throw new Error('Only members write drafts.')
    const { contactId } = await findLeadForChange(work, leadId)
    const known = await findWritten(work, idempotencyKey)
    if (known) return { ...known, replaced: null }
    await refuseErased(work, contactId)
    const replaced = await findWaiting(work, leadId)
    if (replaced && !canChangeDraft(actor, replaced)) {
      throw new DeskError('conflict', 'draft-of-other', { name: replaced.lastBy ?? '' })
    }
    if (replaced) {
      await sql.query(
        `update reply_draft set state = 'outdated', settled_at = now(), settled_by = $3
         where organization_id = $1 and id = $2`,
        [organizationId, replaced.id, actor.memberId],
      )
    }
    const draftId = newId()
    const { seen, messages } = await readLook(sql, organizationId, contactId)
    await sql.query(
      `insert into reply_draft (organization_id, id, lead_id, author_id, text, seen, seen_messages, idempotency_key)
       values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [organizationId, draftId, leadId, actor.memberId, text, seen, messages, idempotencyKey],
    )
    remember(leadId, 'draft.written', { draftId })
    const ended = replaced ? { replacedId: replaced.id } : {}
    record({
      type: 'draft.changed',
      data: { leadId, draftId, change: 'written', byId: actor.memberId, ...ended },
      lane: leadId,
    })
    return {
      draftId,
      leadId,
      replaced: replaced ? { authorId: replaced.authorId, by: replaced.lastBy } : null,
    }
  },
})

async function findWritten({ sql, organizationId }: Work, idempotencyKey: string) {
  const [known] = await sql.query<{ draftId: string; leadId: string }>(
    `select id as "draftId", lead_id as "leadId" from reply_draft where organization_id = $1 and idempotency_key = $2`,
    [organizationId, idempotencyKey],
  )
  return known
}

async function refuseErased({ sql, organizationId }: Work, contactId: string): Promise<void> {
  const [contact] = await sql.query<{ erased: boolean }>(
    'select erased_at is not null as erased from contact where organization_id = $1 and id = $2',
    [organizationId, contactId],
  )
  if (contact?.erased) throw new DeskError('conflict', 'draft-for-erased')
}
