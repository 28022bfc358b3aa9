import { z } from 'zod'
import { defineQuery } from '../command.ts'
import { mustSeeLead } from '../leads/must-see-lead.ts'
import { canEraseContacts } from '../policy.ts'
import { findPerson } from './find-person.ts'

/** What would be gone, in numbers. */
export interface Erasure {
  leads: number
  openLeads: number
  messages: number
  files: number
  notes: number
  reminders: number
}

/**
 * What erasing the person behind a lead would take with it.
 *
 * @throws DeskError lead-not-found, erase-out-of-sight
 */
export const readErasure = defineQuery({
  input: z.object({ leadId: z.uuid() }),
  allowed: canEraseContacts,
  async run(work, { leadId }): Promise<Erasure> {
    const { sql, organizationId } = work
    const { contactId } = await mustSeeLead(work, leadId)
    const { leadIds } = await findPerson(work, contactId)
    const [counted] = await sql.query<Omit<Erasure, 'leads'> & { [column: string]: unknown }>(
      `select
         (select count(*)::int from lead where organization_id = $1 and id = any($2) and closed_at is null) as "openLeads",
         (select count(*)::int from message where organization_id = $1 and lead_id = any($2) and erased_at is null
            and kind <> 'edit') as messages,
         (select count(*)::int from attachment a join message m on m.organization_id = $1 and m.id = a.message_id
            where a.organization_id = $1 and m.lead_id = any($2) and a.state <> 'erased') as files,
         (select count(*)::int from note where organization_id = $1 and lead_id = any($2)) as notes,
         (select count(*)::int from reminder where organization_id = $1 and lead_id = any($2)
            and done_at is null and cancelled_at is null) as reminders`,
      [organizationId, leadIds],
    )
    if (!counted) throw new Error('Counting found no row.')
    const { openLeads, messages, files, notes, reminders } = counted
    return { leads: leadIds.length, openLeads, messages, files, notes, reminders }
  },
})
