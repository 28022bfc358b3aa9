import { z } from 'zod'
import { cleanText } from '../clean-text.ts'
import { defineCommand } from '../command.ts'
import { DeskError } from '../errors.ts'
import { findLeadForChange } from '../leads/find-lead-for-change.ts'
import { newId } from '../new-id.ts'
import { canSeeLead, canWorkLeads } from '../policy.ts'
import { readKnownMember } from '../team/read-known-member.ts'
import { decideDue } from './decide-due.ts'
import { wallOf, writeWall } from './local-time.ts'
import { readHours } from './read-hours.ts'
import { repeats } from './repeat.ts'

/**
 * Reminds a member of a lead: the acting one, or a colleague who works leads and sees this one.
 *
 * `idempotencyKey` names where it was wanted, so that hearing it twice reminds once. Gives when it comes, which is the
 * end of that member's quiet hours where the wanted time falls into them, with his time zone.
 *
 * @throws DeskError lead-not-found, member-not-found, reminder-not-for-them, reminder-past, reminder-too-far
 */
export const addReminder = defineCommand({
  input: z.object({
    leadId: z.uuid(),
    /** Whom to remind; absent: the acting member. */
    memberId: z.uuid().optional(),
    dueAt: z.date(),
    repeat: z.enum(repeats).default('none'),
    text: z.string().transform(cleanText).pipe(z.string().trim().max(1000)).default(''),
    idempotencyKey: z.string().min(1).max(200),
  }),
  allowed: canWorkLeads,
  async run(work, { leadId, memberId, dueAt, repeat, text, idempotencyKey }) {
    const { actor, sql, organizationId, now, remember } = work
    if (actor.kind !== 'member') throw new Error('Only members add reminders.')
    const lead = await findLeadForChange(work, leadId)
    const forId = memberId ?? actor.memberId
    const hours = await readHours(sql, organizationId, forId)
    const whom = await readKnownMember(sql, organizationId, forId, { lock: false })
    if (!whom || !canWorkLeads(whom) || !canSeeLead(whom, lead)) {
      throw new DeskError('invalid', 'reminder-not-for-them')
    }
    const known = await sql.query<{ id: string; due_at: Date }>(
      `select id, due_at from reminder where organization_id = $1 and idempotency_key = $2`,
      [organizationId, idempotencyKey],
    )
    if (known[0]) return { reminderId: known[0].id, dueAt: known[0].due_at, timeZone: hours.timeZone }
    const due = decideDue(dueAt, now, hours)
    const id = newId()
    // The lead is locked, so whoever wants the same at this moment waits, and then finds this one.
    await sql.query(
      `insert into reminder (organization_id, id, lead_id, member_id, by_id, text, due_at, wall, repeat, series_id,
         idempotency_key)
       values ($1, $2, $3, $4, $5, $6, $7, $8::timestamp, $9, $2, $10)`,
      [
        organizationId,
        id,
        leadId,
        forId,
        actor.memberId,
        text,
        due,
        writeWall(wallOf(dueAt, hours.timeZone)),
        repeat,
        idempotencyKey,
      ],
    )
    remember(leadId, 'reminder.added', { reminderId: id, forId, dueAt: due.toISOString() })
    return { reminderId: id, dueAt: due, timeZone: hours.timeZone }
  },
})
