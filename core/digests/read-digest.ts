import { z } from 'zod'
import { defineQuery } from '../command.ts'
import { called } from '../contacts/called.ts'
import { readMasks } from '../contacts/read-masks.ts'
import { isResting } from '../leads/resting.ts'
import { waitingLeads } from '../leads/waiting.ts'
import { countLeftOut } from '../notices/count-left-out.ts'
import { canSeeReports, canWorkLeads, isSystem } from '../policy.ts'
import { readHours } from '../reminders/read-hours.ts'
import { type Reminder, readReminders } from '../reminders/reminder.ts'
import { readKnownMember } from '../team/read-known-member.ts'
import { visibleLeads } from '../team/visible-leads.ts'
import { digestKinds } from './digest.ts'

/** A lead that waits for an answer; its name is the customer's own word. */
export interface WaitingLead {
  id: string
  number: number
  name: string | null
  since: Date
}

export interface Digest {
  /** So many wait for an answer; the longest first, some of them. */
  waiting: { total: number; longest: WaitingLead[] }
  /** Morning: what the member is reminded of today, and what he was reminded of and has not done. */
  reminders: Reminder[]
  /** Evening: what happened in the whole organization on that day. */
  day: { opened: number; answered: number; converted: number; lost: number } | null
  /** Morning: of so many leads the member was not told within a day, because he has chosen so. */
  leftOut: number
  timeZone: string
  /** Whether there is anything to say. */
  isEmpty: boolean
}

const shown = 5
const remindersShown = 10

/**
 * What a member's digest says now: in the morning about his own leads, in the evening about all that he sees. Null where
 * it is not for him: the evening's is for those who read reports.
 */
export const readDigest = defineQuery({
  input: z.object({ memberId: z.uuid(), kind: z.enum(digestKinds), day: z.iso.date() }),
  allowed: isSystem,
  async run({ sql, organizationId }, { memberId, kind, day }): Promise<Digest | null> {
    const { timeZone } = await readHours(sql, organizationId, memberId)
    const member = await readKnownMember(sql, organizationId, memberId, { lock: false })
    if (!member || !(kind === 'evening' ? canSeeReports(member) : canWorkLeads(member))) return null
    const values: unknown[] = [organizationId, kind === 'morning' ? memberId : null]
    const visible = visibleLeads(member, values)
    const waiting = await sql.query<
      WaitingLead & { total: number; contactId: string; [column: string]: unknown }
    >(
      `select l.id, l.number, ${called('c')} as name, c.id as "contactId", l.last_inbound_at as since, count(*) over ()::int as total
       from ${waitingLeads} l join contact c on c.organization_id = $1 and c.id = l.contact_id
       where ($2::uuid is null or l.owner_id = $2) and not ${isResting} and ${visible}
       order by l.last_inbound_at, l.id limit ${shown}`,
      values,
    )
    const maskOf = await readMasks(
      { actor: member, sql, organizationId },
      waiting.map(({ contactId }) => contactId),
    )
    const bounds = [day, timeZone]
    const reminders =
      kind === 'morning'
        ? await readReminders(
            { actor: member, sql, organizationId },
            `r.member_id = $2 and r.done_at is null and r.cancelled_at is null
               and r.due_at < ($3::date + 1)::timestamp at time zone $4`,
            [memberId, ...bounds],
            `order by r.due_at, r.id limit ${remindersShown}`,
          )
        : []
    const [happened] =
      kind === 'evening'
        ? await sql.query<NonNullable<Digest['day']> & Record<string, unknown>>(
            `with day as (select $2::date::timestamp at time zone $3 as begins,
               ($2::date + 1)::timestamp at time zone $3 as ends)
             select
               (select count(*)::int from lead l, day where l.organization_id = $1 and not l.imported
                  and l.created_at >= day.begins and l.created_at < day.ends) as opened,
               (select count(distinct m.lead_id)::int from message m, day where m.organization_id = $1
                  and m.direction = 'outbound' and m.created_at >= day.begins and m.created_at < day.ends)
                 as answered,
               (select count(distinct l.id)::int from lead l, day where l.organization_id = $1
                  and l.status = 'converted' and l.closed_at >= day.begins and l.closed_at < day.ends) as converted,
               (select count(distinct l.id)::int from lead l, day where l.organization_id = $1
                  and l.status = 'lost' and l.closed_at >= day.begins and l.closed_at < day.ends) as lost`,
            [organizationId, ...bounds],
          )
        : []
    const leftOut = kind === 'morning' ? await countLeftOut(sql, organizationId, member) : 0
    const total = waiting[0]?.total ?? 0
    const count = happened
      ? happened.opened + happened.answered + happened.converted + happened.lost
      : reminders.length + leftOut
    return {
      waiting: {
        total,
        longest: waiting.map(({ id, number, name, since, contactId }) => ({
          id,
          number,
          name: maskOf(contactId)(name),
          since,
        })),
      },
      reminders,
      day: happened ?? null,
      leftOut,
      timeZone,
      isEmpty: total === 0 && count === 0,
    }
  },
})
