import type { NewEvent } from '../events.ts'
import { inEachOrganization } from '../jobs/in-each-organization.ts'
import { recordEvents } from '../outbox/record-events.ts'
import type { FireOptions } from '../reminders/fire-reminders.ts'
import type { QuietHours } from '../reminders/quiet-hours.ts'
import { hoursColumns } from '../reminders/read-hours.ts'
import { decideDigest } from './decide-digest.ts'
import { type DigestKind, usualTimes } from './digest.ts'

interface Row extends QuietHours {
  [column: string]: unknown
  memberId: string
  kind: DigestKind
  at: string | null
  dueAt: Date | null
  lastDay: string | null
  isActive: boolean
  now: Date
}

const organizationsAtOnce = 500
const digestsAtOnce = 200

/**
 * Records `digest.due` for the members whose digest's time has come, once for each local day of theirs, however many
 * processes do this at the same time. What it says is read when it is shown.
 *
 * @returns how many were due
 * @throws AggregateError of what failed, after the other organizations had their turn
 */
export async function sendDigests(options: FireOptions): Promise<number> {
  const organizations = await options.database.relay<{ id: string }>(
    `select distinct organization_id as id from digest where enabled and due_at <= now() limit ${organizationsAtOnce}`,
  )
  return inEachOrganization(
    organizations,
    async (id, add) => {
      for (;;) {
        const { taken, events } = await sendSome(options, id)
        add(events)
        if (taken < digestsAtOnce) break
      }
    },
    {
      tell: (digests) => options.log.info({ digests }, 'digests were due'),
      sentence: 'Digests could not be sent.',
    },
  )
}

async function sendSome({ database, subscriptions, onRecorded }: FireOptions, organizationId: string) {
  const result = await database.transaction({ organizationId }, async (sql) => {
    const rows = await sql.query<Row>(
      `select d.member_id as "memberId", d.kind, d.at::text, nullif(d.due_at, '-infinity') as "dueAt",
         d.last_day::text as "lastDay", m.state = 'active' as "isActive", now() as now, ${hoursColumns}
       from digest d join member m on m.organization_id = $1 and m.id = d.member_id
       join organization o on o.id = $1
       where d.organization_id = $1 and d.enabled and d.due_at <= now()
       order by d.due_at limit ${digestsAtOnce} for update of d skip locked`,
      [organizationId],
    )
    const events: NewEvent[] = []
    const next = rows.map(({ memberId, kind, isActive, now, ...row }) => {
      // Whoever comes back has his digests worked out anew.
      if (!isActive) return { memberId, kind, dueAt: 'infinity', day: null }
      const { day, dueAt } = decideDigest({ ...row, at: row.at ?? usualTimes[kind] }, now)
      if (day) events.push({ type: 'digest.due', data: { memberId, kind, day }, lane: memberId })
      return { memberId, kind, dueAt: dueAt.toISOString(), day }
    })
    await sql.query(
      `update digest d set due_at = n.due_at, last_day = coalesce(n.day, d.last_day)
       from unnest($2::uuid[], $3::text[], $4::timestamptz[], $5::date[]) as n(member_id, kind, due_at, day)
       where d.organization_id = $1 and d.member_id = n.member_id and d.kind = n.kind`,
      [
        organizationId,
        next.map(({ memberId }) => memberId),
        next.map(({ kind }) => kind),
        next.map(({ dueAt }) => dueAt),
        next.map(({ day }) => day),
      ],
    )
    await recordEvents(sql, organizationId, subscriptions, events)
    return { taken: rows.length, events: events.length }
  })
  if (result.events > 0) onRecorded()
  return result
}
