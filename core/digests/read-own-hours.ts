import { z } from 'zod'
import { defineQuery } from '../command.ts'
import { canSeeReports, canWorkLeads, isMember } from '../policy.ts'
import { readHours } from '../reminders/read-hours.ts'
import { type DigestKind, digestKinds, usualTimes } from './digest.ts'

export interface OwnHours {
  timeZone: string
  /** `22:00` and `07:00`; null: none. */
  quiet: { from: string; until: string } | null
  /** Those that are for the member. */
  digests: { kind: DigestKind; enabled: boolean; at: string }[]
}

/** On which clock the acting member lives, when he is not disturbed, and which digests come to him when. */
export const readOwnHours = defineQuery({
  input: z.object({}),
  allowed: isMember,
  async run({ actor, sql, organizationId }): Promise<OwnHours> {
    if (actor.kind !== 'member') throw new Error('Only members have hours of their own.')
    const { timeZone, from, until } = await readHours(sql, organizationId, actor.memberId)
    const rows = await sql.query<{ kind: DigestKind; enabled: boolean; at: string | null }>(
      `select kind, enabled, to_char(at, 'HH24:MI') as at from digest where organization_id = $1 and member_id = $2`,
      [organizationId, actor.memberId],
    )
    const own = digestKinds.filter((kind) =>
      kind === 'evening' ? canSeeReports(actor) : canWorkLeads(actor),
    )
    return {
      timeZone,
      quiet: from && until && from !== until ? { from: from.slice(0, 5), until: until.slice(0, 5) } : null,
      digests: own.map((kind) => {
        const row = rows.find((one) => one.kind === kind)
        return { kind, enabled: row?.enabled ?? true, at: row?.at ?? usualTimes[kind] }
      }),
    }
  },
})
