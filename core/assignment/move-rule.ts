import { z } from 'zod'
import { defineCommand } from '../command.ts'
import { DeskError } from '../errors.ts'
import { canManageAssignment } from '../policy.ts'
import { holdRules } from './rule-input.ts'

/**
 * Puts a rule so many places further up (negative) or down; at either end it stays there.
 *
 * @throws DeskError rule-not-found
 */
export const moveAssignmentRule = defineCommand({
  input: z.object({ ruleId: z.uuid(), by: z.number().int().min(-50).max(50) }),
  allowed: canManageAssignment,
  async run(work, { ruleId, by }) {
    const { sql, organizationId, audit } = work
    await holdRules(work)
    const rows = await sql.query<{ id: string }>(
      'select id from assignment_rule where organization_id = $1 order by position, id',
      [organizationId],
    )
    const ids = rows.map(({ id }) => id)
    const from = ids.indexOf(ruleId)
    if (from < 0) throw new DeskError('not-found', 'rule-not-found')
    ids.splice(from, 1)
    ids.splice(Math.min(Math.max(from + by, 0), ids.length), 0, ruleId)
    await sql.query(
      `update assignment_rule r set position = w.position
       from unnest($2::uuid[]) with ordinality as w(id, position) where r.organization_id = $1 and r.id = w.id`,
      [organizationId, ids],
    )
    audit('moveAssignmentRule', { ruleId, by })
  },
})
