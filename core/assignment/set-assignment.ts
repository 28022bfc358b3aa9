import { z } from 'zod'
import { defineCommand } from '../command.ts'
import { canManageAssignment } from '../policy.ts'
import { assignmentMethods } from './decide-assignment.ts'
import { capacity } from './set-capacity.ts'

/**
 * How the organization gives leads to people; what is not said stays as it is. `capacity`: open leads of each at most,
 * null for no limit. `absenceMinutes`: minutes of office hours, up to a week, null for never.
 */
export const setAssignment = defineCommand({
  input: z.object({
    method: z.enum(assignmentMethods).optional(),
    capacity: capacity.optional(),
    absenceMinutes: z.number().int().min(1).max(10_080).nullable().optional(),
    returnsOffShift: z.boolean().optional(),
  }),
  allowed: canManageAssignment,
  async run({ sql, organizationId, audit, wakes }, input) {
    await sql.query(
      `insert into assignment_setting as s (organization_id, method, capacity, absence_minutes, returns_off_shift)
       values ($1, coalesce($2, 'claim'), $4, $6, coalesce($7, false))
       on conflict (organization_id) do update set method = coalesce($2, s.method),
         capacity = case when $3 then $4 else s.capacity end,
         absence_minutes = case when $5 then $6 else s.absence_minutes end,
         returns_off_shift = coalesce($7, s.returns_off_shift)`,
      [
        organizationId,
        input.method ?? null,
        input.capacity !== undefined,
        input.capacity ?? null,
        input.absenceMinutes !== undefined,
        input.absenceMinutes ?? null,
        input.returnsOffShift ?? null,
      ],
    )
    audit('setAssignment', input)
    wakes('job')
  },
})
