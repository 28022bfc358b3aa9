import { z } from 'zod'
import { memberIdOf } from '../actor.ts'
import { defineQuery } from '../command.ts'
import { canReadLeads } from '../policy.ts'
import { readReminders } from './reminder.ts'

/** Reminders that are neither done nor called off, the next first: the acting member's own, or those of one lead. */
export const listReminders = defineQuery({
  input: z.object({ leadId: z.uuid().optional(), limit: z.number().int().min(1).max(50).default(10) }),
  allowed: canReadLeads,
  async run(work, { leadId, limit }) {
    const whose = leadId ? 'l.id = $2' : 'r.member_id = $2'
    return readReminders(
      work,
      `r.done_at is null and r.cancelled_at is null and ${whose}`,
      [leadId ?? memberIdOf(work.actor)],
      `order by r.due_at, r.id limit ${limit}`,
    )
  },
})
