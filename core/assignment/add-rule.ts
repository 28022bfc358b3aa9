import { z } from 'zod'
import { defineCommand } from '../command.ts'
import { DeskError } from '../errors.ts'
import { canManageAssignment } from '../policy.ts'
import { checkNamed, conditions, holdRules, target, writeTarget } from './rule-input.ts'

/** More rules than this nobody keeps in his head. */
export const mostRules = 50

/**
 * Adds a rule behind the others. `ruleId` is the caller's, so that hearing it twice adds one rule.
 *
 * @throws DeskError rule-unfit for a channel, team or person that is not there (any more); too-many-rules (with `limit`)
 */
export const addAssignmentRule = defineCommand({
  input: conditions.extend({
    ruleId: z.uuid(),
    method: z.enum(['round-robin', 'balanced']).default('balanced'),
    target,
  }),
  allowed: canManageAssignment,
  async run(work, { ruleId, method, target: wanted, ...about }) {
    const { actor, sql, organizationId, audit, wakes } = work
    if (actor.kind !== 'member') throw new Error('Only members make rules.')
    await holdRules(work)
    const [row] = await sql.query<{ count: number; known: boolean }>(
      `select count(*)::int as count, coalesce(bool_or(id = $2), false) as known
       from assignment_rule where organization_id = $1`,
      [organizationId, ruleId],
    )
    if (row?.known) return
    if ((row?.count ?? 0) >= mostRules)
      throw new DeskError('conflict', 'too-many-rules', { limit: mostRules })
    await checkNamed(work, about, wanted)
    await sql.query(
      `insert into assignment_rule
         (organization_id, id, position, channel_account_id, source, language, team_id, method, created_by)
       select $1, $2, coalesce(max(position), 0) + 1, $3, $4, $5, $6, $7, $8
       from assignment_rule where organization_id = $1`,
      [
        organizationId,
        ruleId,
        about.channelAccountId ?? null,
        about.source ?? null,
        about.language ?? null,
        about.teamId ?? null,
        method,
        actor.memberId,
      ],
    )
    await writeTarget(work, ruleId, wanted)
    audit('addAssignmentRule', { ruleId })
    wakes('job')
  },
})
