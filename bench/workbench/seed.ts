import { secondOf } from '../load/turns.ts'
import { outboundIdOf } from '../load/whatsapp-bodies.ts'
import type { Known } from './crowd.ts'
import { ownerId } from './desk.ts'
import type { BenchDatabase } from './open-workbench.ts'

/** Adds agents beside the owner, so that there are `count` members; the Telegram ids follow the owner's. */
export async function seedTeam(database: BenchDatabase, count: number): Promise<void> {
  await database.rows(
    `insert into member (organization_id, id, telegram_user_id, name, role)
     select o.id, gen_random_uuid(), $1::bigint + n, 'Agent ' || n, 'agent'
     from organization o, generate_series(1, $2::int - 1) as n`,
    [ownerId, count],
  )
}

/**
 * Adds people who have written a day before the first message of any load, each with an open lead and a conversation. The
 * leads belong to the members in turn, or to nobody.
 */
export async function seedLeads(database: BenchDatabase, crowd: Known[], owned: boolean): Promise<void> {
  const seeded = await database.rows(
    `with m as (select id, row_number() over (order by telegram_user_id) - 1 as place, count(*) over () as size from member),
     p as (select u.*, (n - 1)::int as number, a.organization_id, a.id as account, gen_random_uuid() as contact,
         gen_random_uuid() as lead, to_timestamp($7) as at
       from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::boolean[]) with ordinality
         as u(network, kind, value, address, claimed, n)
       join channel_account a on a.network = u.network),
     c as (insert into contact (organization_id, id, name, name_source, name_at, created_at)
       select organization_id, contact, 'Customer ' || number, 'network', at, at from p),
     i as (insert into contact_identity (organization_id, id, contact_id, kind, value, address, claimed, valid_from)
       select organization_id, gen_random_uuid(), contact, kind, value, address, claimed, at from p),
     l as (insert into lead (organization_id, id, number, contact_id, status, owner_id, source, last_message_at,
         last_inbound_at, created_at)
       select p.organization_id, p.lead, p.number + 1, p.contact, 'contacted', m.id, p.network, at, at, at
       from p left join m on $6 and m.place = p.number % m.size)
     insert into conversation (organization_id, id, channel_account_id, contact_id, lead_id, last_message_at,
       last_inbound_at, created_at)
     select organization_id, gen_random_uuid(), account, contact, lead, at, at, at from p returning id`,
    [
      crowd.map(({ network }) => network),
      crowd.map(({ kind }) => kind),
      crowd.map(({ value }) => value),
      crowd.map(({ address }) => address ?? null),
      crowd.map(({ claimed }) => claimed ?? false),
      owned,
      secondOf(0) - 86_400,
    ],
  )
  if (seeded.length !== crowd.length)
    throw new Error('Some people wrote to an account that is not connected.')
  await database.rows('update organization set last_lead_number = $1', [crowd.length])
  await database.rows('analyze')
}

/** Adds messages of ours that WhatsApp has taken and not yet spoken of, spread over its conversations. */
export async function seedOutbound(database: BenchDatabase, count: number): Promise<void> {
  const ids = Array.from({ length: count }, (_, message) => outboundIdOf(message))
  await database.rows(
    `with v as (select c.*, row_number() over () - 1 as place, count(*) over () as size from conversation c
       join channel_account a on a.id = c.channel_account_id and a.network = 'whatsapp')
     insert into message (organization_id, id, conversation_id, lead_id, channel_account_id, direction, external_id,
       kind, body, status, sent_at)
     select v.organization_id, gen_random_uuid(), v.id, v.lead_id, v.channel_account_id, 'outbound', u.external_id,
       'text', 'Yes, on Thursday at six there is one free place.', 'sending', now()
     from unnest($1::text[]) with ordinality as u(external_id, n) join v on v.place = u.n % v.size`,
    [ids],
  )
  await database.rows('analyze')
}
