import { z } from 'zod'
import { defineQuery } from '../command.ts'
import { kept } from '../database/kept-plans.ts'
import { isSystem } from '../policy.ts'

/** What changes hands within so many seconds is one burst. */
const burstSeconds = 60
/** So many of the leads are named. */
const namedLeads = 8

/** How many leads went the same way within a minute. */
export interface Stream {
  /** Up to the one that is asked for, itself included. */
  place: number
  /** All, as far as they have by now. */
  count: number
}

/** A lead that changed hands, among those that did so within a minute of it. */
export interface Burst {
  /** To the same member; `leadIds`: some of them, the newest first. */
  to: Stream & { leadIds: string[] }
  /** From the same member, to whomever or to nobody. */
  from: Stream
  /** To nobody, whoever had them. */
  free: Stream
}

type Row = Record<'toPlace' | 'toCount' | 'fromPlace' | 'fromCount' | 'freePlace' | 'freeCount', number> & {
  leadIds: string[] | null
} & Record<string, unknown>

/**
 * How many leads changed hands together with one, by what was told of them: whatever moves leads one by one, such as the
 * absence of somebody for whom many wait, is a flood to whoever gets them. Of an event that is not known any more the lead
 * was alone.
 */
export const readBurst = defineQuery({
  input: z.object({ eventId: z.uuid() }),
  allowed: isSystem,
  async run({ sql, organizationId }, { eventId }): Promise<Burst> {
    const [told] = await sql.query<{ at: string; to: string | null; from: string | null }>(
      kept(`select occurred_at::text as at, data->>'ownerId' as to, data->>'previousOwnerId' as from
       from domain_event where organization_id = $1 and id = $2`),
      [organizationId, eventId],
    )
    // The time is a value of its own, so that its index is what events are looked up by.
    const [row] = told
      ? await sql.query<Row>(
          kept(`with near as (
             select id, data->>'leadId' as lead_id, occurred_at, (occurred_at, id) <= ($3::timestamptz, $2) as earlier,
               type = 'lead.assigned' and data->>'ownerId' = $4::text as same_to,
               data->>'previousOwnerId' = $5::text as same_from, type = 'lead.released' as is_free
             from domain_event where organization_id = $1 and type in ('lead.assigned', 'lead.released')
               and occurred_at between $3::timestamptz - interval '${burstSeconds} seconds'
                 and $3::timestamptz + interval '${burstSeconds} seconds'
           )
           select count(*) filter (where same_to and earlier)::int as "toPlace",
             count(*) filter (where same_to)::int as "toCount",
             count(*) filter (where same_from and earlier)::int as "fromPlace",
             count(*) filter (where same_from)::int as "fromCount",
             count(*) filter (where is_free and earlier)::int as "freePlace",
             count(*) filter (where is_free)::int as "freeCount",
             (array_agg(lead_id order by occurred_at desc, id desc) filter (where same_to))[:${namedLeads}] as "leadIds"
           from near`),
          [organizationId, eventId, told.at, told.to, told.from],
        )
      : []
    const stream = (place = 0, count = 0): Stream => ({
      place: Math.max(1, place),
      count: Math.max(1, count),
    })
    return {
      to: { ...stream(row?.toPlace, row?.toCount), leadIds: row?.leadIds ?? [] },
      from: stream(row?.fromPlace, row?.fromCount),
      free: stream(row?.freePlace, row?.freeCount),
    }
  },
})
