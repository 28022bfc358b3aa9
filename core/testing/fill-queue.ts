import pg from 'pg'
import { newId } from '../new-id.ts'
import type { TestCore } from './open-test-core.ts'

/**
 * Queues messages in SQL, one to each of so many new people unless said otherwise: for what only shows in long queues.
 *
 * @returns the ids of the messages, in order
 */
export async function fillQueue(
  test: TestCore,
  { organizationId, channelAccountId }: { organizationId: string; channelAccountId: string },
  { people, each = 1, urgent = true }: { people: number; each?: number; urgent?: boolean },
): Promise<string[]> {
  const ids = Array.from({ length: people * each }, () => newId())
  const persons = Array.from({ length: people }, () => newId())
  const client = new pg.Client({ connectionString: test.url })
  await client.connect()
  // The checks of foreign keys are planned while the tables are small, and kept while thousands of rows are added.
  await client.query('set enable_seqscan = off')
  await client.query(
    `with person as (
       select id, nr from unnest($3::uuid[]) with ordinality as p(id, nr)
     ), contacts as (
       insert into contact (organization_id, id, name) select $1, id, 'Person ' || nr from person
     ), identities as (
       insert into contact_identity (organization_id, id, contact_id, kind, value)
       select $1, gen_random_uuid(), id, 'phone', '+' || replace(id::text, '-', '') from person
     ), leads as (
       insert into lead (organization_id, id, number, contact_id, source, last_message_at)
       select $1, id, (select coalesce(max(number), 0) from lead where organization_id = $1) + nr, id, 'whatsapp', now()
       from person
     ), conversations as (
       insert into conversation (organization_id, id, channel_account_id, contact_id, lead_id, last_inbound_at,
         last_message_at) select $1, id, $2, id, id, now(), now() from person
     ), messages as (
       insert into message (organization_id, id, conversation_id, lead_id, channel_account_id, direction, kind, body, status,
         sent_at)
       select $1, m.id, p.id, p.id, $2, 'outbound', 'text', 'Message ' || m.nr, 'queued', now()
       from unnest($4::uuid[]) with ordinality as m(id, nr) join person p on p.nr = (m.nr - 1) / $5 + 1
     )
     insert into outbound_send (organization_id, message_id, conversation_id, channel_account_id, urgent)
     select $1, m.id, p.id, $2, $6 from unnest($4::uuid[]) with ordinality as m(id, nr)
     join person p on p.nr = (m.nr - 1) / $5 + 1 order by m.nr`,
    [organizationId, channelAccountId, persons, ids, each, urgent],
  )
  await client.end()
  return ids
}
