import { z } from 'zod'
import { defineCommand } from '../command.ts'
import { canManageAssignment } from '../policy.ts'
import { holdRules } from './rule-input.ts'

/** Takes a rule away; one that is gone already is no error. */
export const removeAssignmentRule = defineCommand({
  input: z.object({ ruleId: z.uuid() }),
  allowed: canManageAssignment,
  async run(work, { ruleId }) {
    const { sql, organizationId, audit, wakes } = work
    await holdRules(work)
    await sql.query('delete from assignment_rule where organization_id = $1 and id = $2', [
      organizationId,
      ruleId,
    ])
    audit('removeAssignmentRule', { ruleId })
    wakes('job')
  },
})
