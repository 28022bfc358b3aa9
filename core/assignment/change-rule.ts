import { z } from 'zod'
import { defineCommand } from '../command.ts'
import { DeskError } from '../errors.ts'
import { canManageAssignment } from '../policy.ts'
import { checkNamed, conditions, holdRules, target, writeTarget } from './rule-input.ts'

/**
 * Changes a rule; what is not said stays as it is, and null takes a condition away.
 *
 * @throws DeskError rule-not-found, rule-unfit
 */
export const changeAssignmentRule = defineCommand({
  input: conditions.extend({
    ruleId: z.uuid(),
    method: z.enum(['round-robin', 'balanced']).optional(),
    target: target.optional(),
  }),
  allowed: canManageAssignment,
  async run(work, { ruleId, method, target: wanted, ...about }) {
    const { sql, organizationId, audit, wakes } = work
    await holdRules(work)
    await checkNamed(work, about, wanted)
    const said = (value: unknown) => value !== undefined
    const [changed] = await sql.query(
      `update assignment_rule set method = coalesce($3, method),
         channel_account_id = case when $4 then $5::uuid else channel_account_id end,
         source = case when $6 then $7 else source end, language = case when $8 then $9 else language end,
         team_id = case when $10 then $11::uuid else team_id end
       where organization_id = $1 and id = $2 returning id`,
      [
        organizationId,
        ruleId,
        method ?? null,
        ...[said(about.channelAccountId), about.channelAccountId ?? null],
        ...[said(about.source), about.source ?? null],
        ...[said(about.language), about.language ?? null],
        ...[said(about.teamId), about.teamId ?? null],
      ],
    )
    if (!changed) throw new DeskError('not-found', 'rule-not-found')
    if (wanted) await writeTarget(work, ruleId, wanted)
    audit('changeAssignmentRule', { ruleId })
    wakes('job')
  },
})
