import type { BenchDatabase } from '../../workbench/open-workbench.ts'

export const organizations = 2
export const contacts = 10_000
export const messages = 1_000_000
/** A word that stood in many messages, all of them old: the newest texts do not have it, and the index finds too much. */
export const oldWord = 'springoffer'
const oldMessages = 40_000

const syllables = [
  'ba',
  'co',
  'de',
  'fi',
  'gu',
  'ha',
  'jo',
  'ka',
  'lu',
  'me',
  'no',
  'pe',
  'ri',
  'so',
  'tu',
  'va',
]
const arabic = [
  'أريد الحجز غدًا',
  'كم السعر من فضلك',
  'متى تفتحون يوم الجمعة',
  'شكرًا جزيلًا لكم',
  'هل يوجد موعد صباحًا',
]

/** Words of a language that nobody speaks: the first ones are in most messages, the last ones in few. */
export const words = Array.from({ length: 4_096 }, (_, index) =>
  [index & 15, (index >> 4) & 15, (index >> 8) & 15].map((at) => syllables[at]).join(''),
)
export const firstNames = ['Maria', 'Lina', 'Ahmed', 'محمد', 'José', 'Zoë', 'Anna', 'Omar', 'Ines', 'Łukasz']
export const lastNames = ['Haddad', 'Schmidt', 'García', 'علي', 'Okafor', 'Lefèvre', 'Nowak', 'Costa']

/**
 * Adds people, each with a phone, a lead and a conversation, and a million messages over two years, half of them in each
 * of two organizations. How often a word comes falls with its place, as in languages; a fifth of the messages is Arabic,
 * and every message has a number of its own in it.
 */
export async function seedTexts(database: BenchDatabase): Promise<void> {
  await database.rows(
    `insert into channel_account (organization_id, id, network, external_id, name)
     select id, gen_random_uuid(), 'whatsapp', name, 'WhatsApp' from organization`,
  )
  await database.rows(
    `with o as (select id, row_number() over (order by id) - 1 as place from organization),
     p as (select o.id as organization_id, gen_random_uuid() as contact, gen_random_uuid() as lead, n,
         ($2::text[])[1 + n % cardinality($2)] || ' ' || ($3::text[])[1 + (n / 7) % cardinality($3)] as name
       from generate_series(0, $1::int - 1) as n join o on o.place = n % ${organizations}),
     c as (insert into contact (organization_id, id, name) select organization_id, contact, name from p),
     i as (insert into contact_identity (organization_id, id, contact_id, kind, value)
       select organization_id, gen_random_uuid(), contact, 'phone', '+336' || (40000000 + n * 7) from p),
     l as (insert into lead (organization_id, id, number, contact_id, source, last_message_at)
       select organization_id, lead, n / ${organizations} + 1, contact, 'whatsapp', now() from p)
     insert into conversation (organization_id, id, channel_account_id, contact_id, lead_id, last_message_at)
     select p.organization_id, gen_random_uuid(), a.id, contact, lead, now()
     from p join channel_account a on a.organization_id = p.organization_id`,
    [contacts, firstNames, lastNames],
  )
  const step = 50_000
  for (let from = 0; from < messages; from += step) {
    await database.rows(
      `with v as materialized (select *, row_number() over (order by id) - 1 as place from conversation)
       insert into message (organization_id, id, conversation_id, lead_id, channel_account_id, direction, kind, body,
         status, sent_at)
       select v.organization_id, gen_random_uuid(), v.id, v.lead_id, v.channel_account_id, 'inbound', 'text',
         case when n % 5 = 0 then ($4::text[])[1 + n / 5 % cardinality($4)] || ' ' else '' end
           || (select string_agg(($3::text[])[1 + floor(power(random(), 4) * cardinality($3))::int], ' ')
             from generate_series(1, 6 + n % 12) where n is not null)
           || case when n < ${oldMessages} then ' ${oldWord}' else '' end || ' no' || n,
         'received', now() - make_interval(mins => ${messages} - n)
       from generate_series($1::int, $1::int + $2::int - 1) as n join v on v.place = (n::bigint * 7919) % ${contacts}`,
      [from, step, words, arabic],
    )
  }
}
