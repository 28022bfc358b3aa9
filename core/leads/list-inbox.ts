import { z } from 'zod'
import { memberIdOf } from '../actor.ts'
import { defineQuery } from '../command.ts'
import { canReadLeads } from '../policy.ts'
import { visibleLeads } from '../team/visible-leads.ts'
import { readLeadCards } from './lead-card.ts'
import { isOfBlocked, isResting, isSnoozed } from './resting.ts'
import { isHandled } from './set-lead-handled.ts'
import { asksAfterEnd, hasLastWord, isOpenWork } from './waiting.ts'

/**
 * Open leads that the actor sees, and closed ones whose person has written since, those that wait longest for an answer
 * first: leads whose last message came from the customer, oldest first, then the others, newest first. Leads that came with an import of old chats are no work until the
 * person writes or somebody takes them up; nor are those that staff are done with.
 *
 * Those that are snoozed or whose person is blocked are left out; `snoozed` lists the snoozed ones alone.
 *
 * `tagId`: only those with that tag.
 * `whose`: `mine`, `unclaimed`, or `all`. `offset` pages on; `total` counts all that match.
 */
export const listInbox = defineQuery({
  input: z.object({
    whose: z.enum(['mine', 'unclaimed', 'all']).default('all'),
    tagId: z.uuid().exactOptional(),
    snoozed: z.boolean().default(false),
    limit: z.number().int().min(1).max(50).default(10),
    offset: z.number().int().min(0).default(0),
  }),
  allowed: canReadLeads,
  async run(work, { whose, tagId, snoozed, limit, offset }) {
    const { actor, sql, organizationId } = work
    const wanted = {
      mine: 'l.owner_id = $2',
      unclaimed: 'l.owner_id is null and $2::uuid is not distinct from $2::uuid',
      all: '$2::uuid is not distinct from $2::uuid',
    }[whose]
    const values: unknown[] = [organizationId, memberIdOf(actor), tagId ?? null]
    const visible = visibleLeads(actor, values)
    const seen = snoozed ? `${isSnoozed} and not ${isOfBlocked}` : `not ${isResting}`
    const tagged = `exists (select from lead_tag t where t.organization_id = $1 and t.lead_id = l.id and t.tag_id = $3)`
    const asked = `from lead l where l.organization_id = $1 and not ${isHandled('l')} and ${wanted} and ${seen}
      and ${tagId ? tagged : '$3::uuid is null'} and ${visible}`
    const waiting = `${asked} and ${isOpenWork} and ${hasLastWord}`
    const asking = `${asked} and ${asksAfterEnd}`
    const answered = `${asked} and ${isOpenWork} and ${hasAnswer}`
    const count = (leads: string) => `(select count(*) ${leads})`
    const [counted] = await sql.query<{ total: number }>(
      `select (${[waiting, asking, answered].map(count).join(' + ')})::int as total`,
      values,
    )
    // Which they are comes first: a card is put together from many tables, and most leads are on other pages.
    const paged = [...values, offset + limit, limit, offset]
    const [most, size, from] = [paged.length - 2, paged.length - 1, paged.length]
    const page = await sql.query<{ id: string }>(
      `(select l.id, 1 as part, l.last_inbound_at, l.last_message_at ${waiting}
        order by l.last_inbound_at, l.last_message_at desc, l.id limit $${most})
       union all
       (select l.id, 1, l.last_inbound_at, l.last_message_at ${asking}
        order by l.last_inbound_at, l.last_message_at desc, l.id limit $${most})
       union all
       (select l.id, 2, null, l.last_message_at ${answered}
        order by l.last_message_at desc, l.id limit $${most})
       order by part, last_inbound_at, last_message_at desc, id limit $${size} offset $${from}`,
      paged,
    )
    const ids = page.map(({ id }) => id)
    const order = 'order by array_position($2::uuid[], l.id)'
    const leads = await readLeadCards(work, 'l.id = any($2::uuid[])', [ids], order)
    return { leads, total: counted?.total ?? 0 }
  },
})

/** SQL, in the words of the other of the two indexes that hold the inbox in its order. */
const hasAnswer = `(l.last_inbound_at is null or l.last_inbound_at < coalesce(l.last_outbound_at, '-infinity'))`
