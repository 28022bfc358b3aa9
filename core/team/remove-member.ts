import { z } from 'zod'
import { holdAssignee } from '../assignment/hold-assignee.ts'
import { defineCommand, type Work } from '../command.ts'
import { DeskError } from '../errors.ts'
import { authorize, canManageTeam, canRule } from '../policy.ts'
import { handOver, namedLeads } from './hand-over.ts'
import { type HeldMember, holdMember, mustLeaveAnOwner } from './hold-member.ts'

/**
 * Takes a member off the team, with all that hangs on him at once. From the commit on nothing of his is carried out and
 * nothing more is told to him; what was on its way to his chat stays where it is, and the invitations that he wrote work
 * no more. His open leads, with his reminders, go to `successorId`, or back to where everybody finds them. His own quick
 * replies go to the successor, or to whoever removes him, unless they are dropped. He may be invited again.
 *
 * @throws DeskError member-not-found, last-owner, role-of-oneself, assignee-unfit for a successor who does not work leads
 */
export const removeMember = defineCommand({
  input: z.object({
    memberId: z.uuid(),
    successorId: z.uuid().exactOptional(),
    quickReplies: z.enum(['keep', 'drop']).default('keep'),
  }),
  allowed: canManageTeam,
  async run(work, { memberId, successorId, quickReplies }) {
    const { actor, sql, organizationId, audit, record } = work
    if (actor.kind !== 'member') throw new Error('Only members remove members.')
    const successor = successorId === undefined ? undefined : await holdAssignee(work, successorId)
    const member = await holdMember(work, memberId)
    authorize(canRule(actor, { role: member.role, ...member.rights }))
    if (!member.isActive) return
    if (memberId === actor.memberId) throw new DeskError('conflict', 'role-of-oneself')
    if (successorId !== undefined && (!successor || successorId === memberId)) {
      throw new DeskError('invalid', 'assignee-unfit')
    }
    if (member.role === 'owner') await mustLeaveAnOwner(work, memberId)
    await sql.query(
      `update member set state = 'removed', removed_at = now() where organization_id = $1 and id = $2`,
      [organizationId, memberId],
    )
    const leadIds = await handOver(work, [memberId], successor)
    const leads = leadIds.length
    await (quickReplies === 'drop'
      ? dropQuickReplies(work, memberId)
      : moveQuickReplies(work, memberId, successorId ?? actor.memberId))
    await endWhatWaits(work, member)
    audit('removeMember', { memberId, leads, successorId: successorId ?? null, quickReplies })
    record({
      type: 'member.removed',
      data: {
        memberId,
        byId: actor.memberId,
        successorId: successorId ?? null,
        leads,
        leadIds: leadIds.slice(0, namedLeads),
      },
      lane: memberId,
    })
  },
})

/** What was not shown to him yet is not shown any more, his sessions are over, and nobody comes in by a link of his. */
async function endWhatWaits(
  { sql, organizationId }: Work,
  { id, telegramUserId }: HeldMember,
): Promise<void> {
  await sql.query(
    `update staff_post set state = 'failed', last_error = 'the member has left', done_at = now(),
       lease_token = null, lease_until = null
     where organization_id = $1 and chat_id = $2 and state = 'pending' and target_key is null`,
    [organizationId, String(telegramUserId)],
  )
  await sql.query(
    `update invitation set expires_at = now() where organization_id = $1 and invited_by = $2 and accepted_by is null
       and expires_at > now()`,
    [organizationId, id],
  )
  // Each request asks whether he is a member; but he may be invited again while a session of before would last.
  await sql.query('delete from staff_session where organization_id = $1 and member_id = $2', [
    organizationId,
    id,
  ])
}

const dropQuickReplies = ({ sql, organizationId }: Work, memberId: string) =>
  sql.query('delete from quick_reply where organization_id = $1 and owner_id = $2', [
    organizationId,
    memberId,
  ])

/** One whose name the other has for one of his own already gets a number behind it. */
const moveQuickReplies = ({ sql, organizationId }: Work, memberId: string, toId: string) =>
  sql.query(
    `update quick_reply q set owner_id = $3, updated_at = now(), shortcut = coalesce(
       (select left(q.shortcut, 28) || '-' || n from generate_series(2, 1000) n
        where exists (select from quick_reply o where o.organization_id = $1 and o.owner_id = $3 and o.shortcut = q.shortcut)
          and not exists (select from quick_reply o where o.organization_id = $1 and o.owner_id in ($2, $3)
            and o.shortcut = left(q.shortcut, 28) || '-' || n)
        order by n limit 1), q.shortcut)
     where q.organization_id = $1 and q.owner_id = $2`,
    [organizationId, memberId, toId],
  )
