import { z } from 'zod'
import { defineQuery } from '../command.ts'
import { isResting } from '../leads/resting.ts'
import { waitingLeads } from '../leads/waiting.ts'
import { canReadLeads } from '../policy.ts'
import { readHours } from '../reminders/read-hours.ts'
import { visibleLeads } from '../team/visible-leads.ts'

/** What happened in some days that end with today. */
export interface Span {
  /** Leads that began. */
  opened: number
  /** Leads that were answered. */
  answered: number
  /** Half of the leads that began in it and were answered had their first answer within so many seconds; null: none was. */
  firstAnswerSeconds: number | null
  converted: number
  lost: number
}

export interface Stats {
  today: Span
  week: Span
  /** Leads that wait for an answer now. */
  waiting: number
}

/** Today, and the seven days that end with it. */
const spans = { today: 1, week: 7 } as const

/**
 * Counts of the leads that the acting member sees. Days are those of his time zone; leads that came with an import of
 * old chats are none, and the business's own first word is no answer.
 */
export const readStats = defineQuery({
  input: z.object({}),
  allowed: canReadLeads,
  async run({ actor, sql, organizationId }): Promise<Stats> {
    if (actor.kind !== 'member') throw new Error('Only members have stats.')
    const { timeZone } = await readHours(sql, organizationId, actor.memberId)
    const values: unknown[] = [organizationId, timeZone, spans.week]
    const visible = visibleLeads(actor, values)
    const [row] = await sql.query<Record<string, number | null>>(
      `with days as (select name, (date_trunc('day', now() at time zone $2) - make_interval(days => length - 1))
           at time zone $2 as begins
         from (values ('today', 1), ('week', $3::int)) as d(name, length)),
       week as (select begins from days where name = 'week'),
       seen as (select l.id, l.created_at, l.status, l.closed_at, l.last_outbound_at, l.imported from lead l, week
         where l.organization_id = $1 and l.merged_into is null and ${visible}
           and (l.created_at >= week.begins or l.closed_at >= week.begins or l.last_outbound_at >= week.begins)),
       opened as (select s.id, s.created_at, extract(epoch from a.at - f.at)::float8 as seconds from seen s
         left join lateral (select min(m.sent_at) as at from message m where m.organization_id = $1
           and m.lead_id = s.id and m.direction = 'inbound') f on true
         left join lateral (select min(coalesce(m.sent_at, m.created_at)) as at from message m
           where m.organization_id = $1 and m.lead_id = s.id and m.direction = 'outbound' and m.twin_of is null
             and coalesce(m.sent_at, m.created_at) >= f.at) a on true
         where not s.imported and s.created_at >= (select begins from week))
       select ${(Object.keys(spans) as (keyof typeof spans)[])
         .flatMap((name) => {
           const begins = `(select begins from days where name = '${name}')`
           return [
             `(select count(*)::int from opened where created_at >= ${begins}) as "${name}.opened"`,
             `(select count(*)::int from seen where last_outbound_at >= ${begins}) as "${name}.answered"`,
             `(select percentile_cont(0.5) within group (order by seconds) from opened
                where created_at >= ${begins} and seconds is not null) as "${name}.firstAnswerSeconds"`,
             `(select count(*)::int from seen where status = 'converted' and closed_at >= ${begins}) as "${name}.converted"`,
             `(select count(*)::int from seen where status = 'lost' and closed_at >= ${begins}) as "${name}.lost"`,
           ]
         })
         .join(', ')},
       (select count(*)::int from ${waitingLeads} l where not ${isResting} and ${visible}) as waiting`,
      values,
    )
    const number = (name: string) => row?.[name] ?? 0
    const spanOf = (name: keyof typeof spans): Span => ({
      opened: number(`${name}.opened`),
      answered: number(`${name}.answered`),
      firstAnswerSeconds: row?.[`${name}.firstAnswerSeconds`] ?? null,
      converted: number(`${name}.converted`),
      lost: number(`${name}.lost`),
    })
    return { today: spanOf('today'), week: spanOf('week'), waiting: number('waiting') }
  },
})
