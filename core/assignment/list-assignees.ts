import { z } from 'zod'
import { defineQuery } from '../command.ts'
import { isOpen } from '../office-hours/office-hours.ts'
import { readHoursOf } from '../office-hours/read-hours-of.ts'
import { canReadLeads } from '../policy.ts'
import { isHere, type Shift, shiftNow } from '../presence/shift.ts'
import { readAssignees } from './read-assignees.ts'

/** Somebody who works leads, as colleagues see him. */
export interface AssigneeState {
  id: string
  name: string
  /** Leads of his that are work. */
  open: number
  /** Null: no limit. */
  capacity: number | null
  shift: Shift
  /** Whether he has done something within the last minutes. */
  here: boolean
  unreachable: boolean
}

/** Those who work leads, with how much they have and whether they are here. */
export const listAssignees = defineQuery({
  input: z.object({}),
  allowed: canReadLeads,
  async run({ sql, organizationId, now }): Promise<AssigneeState[]> {
    const opened = isOpen(await readHoursOf(sql, organizationId), now)
    const team = await readAssignees(sql, organizationId)
    return team.map((member) => ({
      id: member.id,
      name: member.name,
      open: member.open,
      capacity: member.capacity,
      shift: shiftNow(member, opened, now),
      here: isHere(member, now),
      unreachable: member.unreachable,
    }))
  },
})
