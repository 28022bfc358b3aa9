import { z } from 'zod'
import { defineCommand } from '../command.ts'
import { findLeadForChange } from '../leads/find-lead-for-change.ts'
import { freeLead } from '../leads/free-lead.ts'
import { newId } from '../new-id.ts'
import { isSystem } from '../policy.ts'
import { chooseAssignee } from './choose-assignee.ts'
import { countAbsences } from './count-absences.ts'
import { mostAbsences } from './decide-absence.ts'
import { findAbsences } from './find-absences.ts'
import { giveLead } from './give-lead.ts'
import { readFacts } from './read-facts.ts'
import { holdAssignments } from './read-situation.ts'

/**
 * Takes a lead from an owner who is away while its customer waits, and gives it to somebody else after the
 * organization's rules; where nobody is available it is free for whoever claims it, and goes to the first who is
 * available again. Does nothing where the owner has answered meanwhile, or is another one. After `mostAbsences` people in a
 * row who did not answer nobody is given it any more: it is for whoever claims it, and those who lead are told, once.
 */
export const returnLead = defineCommand({
  input: z.object({ leadId: z.uuid(), ownerId: z.uuid() }),
  allowed: isSystem,
  async run(work, { leadId, ownerId }) {
    const { sql, organizationId } = work
    await holdAssignments(sql, organizationId)
    const [facts] = await readFacts(sql, organizationId, [{ leadId, fromId: ownerId }])
    if (facts?.ownerId !== ownerId) return
    const choice = await chooseAssignee(work, facts)
    const lead = await findLeadForChange(work, leadId)
    const [absence] = await findAbsences(work, leadId)
    if (lead.ownerId !== ownerId || !absence) return
    const absences = absence.reason === 'absence' ? 1 + (await countAbsences(sql, organizationId, leadId)) : 0
    if (absences >= mostAbsences) {
      return freeLead(work, lead, 'absence', absences === mostAbsences ? absences : undefined)
    }
    if (choice.kind === 'assign') return giveLead(work, lead, choice.member, absence.reason)
    freeLead(work, lead, absence.reason)
    if (choice.kind === 'claim') return
    await sql.query(
      `insert into assignment_request (organization_id, id, lead_id, from_id) values ($1, $2, $3, $4)
       on conflict do nothing`,
      [organizationId, newId(), leadId, ownerId],
    )
  },
})
