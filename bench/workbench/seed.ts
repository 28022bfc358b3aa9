import { outboundIdOf, phoneOf } from '../load/whatsapp-bodies.ts'
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
 * Adds people who have written before, each with an open lead and a conversation. Person n is the nth phone of the
 * loads; the leads belong to the members in turn, or to nobody.
 */
export async function seedLeads(database: BenchDatabase, count: number, owned: boolean): Promise<void> {
  const phones = Array.from({ length: count }, (_, person) => phoneOf(person))
  await database.rows(
    `with a as (select organization_id, id from channel_account limit 1),
     m as (select id, row_number() over (order by telegram_user_id) - 1 as place, count(*) over () as size from member),
     p as (select phone, (n - 1)::int as n, gen_random_uuid() as contact, gen_random_uuid() as lead
       from unnest($1::text[]) with ordinality as u(phone, n)),
     c as (insert into contact (organization_id, id, name)
       select a.organization_id, p.contact, 'Customer ' || p.n from a, p),
     i as (insert into contact_identity (organization_id, id, contact_id, kind, value, address)
       select a.organization_id, gen_random_uuid(), p.contact, 'phone', '+' || p.phone, p.phone from a, p),
     l as (insert into lead (organization_id, id, number, contact_id, status, owner_id, source, last_message_at, last_inbound_at)
       select a.organization_id, p.lead, p.n + 1, p.contact, 'contacted', m.id, 'whatsapp', now(), now()
       from a, p left join m on $2 and m.place = p.n % m.size)
     insert into conversation (organization_id, id, channel_account_id, contact_id, lead_id, last_message_at, last_inbound_at)
     select a.organization_id, gen_random_uuid(), a.id, p.contact, p.lead, now(), now() from a, p`,
    [phones, owned],
  )
  await database.rows('update organization set last_lead_number = $1', [count])
  await database.rows('analyze')
}

/** Adds messages of ours that the network has taken and not yet spoken of, spread over the leads. */
export async function seedOutbound(database: BenchDatabase, count: number): Promise<void> {
  const ids = Array.from({ length: count }, (_, message) => outboundIdOf(message))
  await database.rows(
    `with v as (select *, row_number() over () - 1 as place, count(*) over () as size from conversation)
     insert into message (organization_id, id, conversation_id, lead_id, channel_account_id, direction, external_id,
       kind, body, status, sent_at)
     select v.organization_id, gen_random_uuid(), v.id, v.lead_id, v.channel_account_id, 'outbound', u.external_id,
       'text', 'Yes, on Thursday at six there is one free place.', 'sending', now()
     from unnest($1::text[]) with ordinality as u(external_id, n) join v on v.place = u.n % v.size`,
    [ids],
  )
  await database.rows('analyze')
}
