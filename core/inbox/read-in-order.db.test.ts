import { afterAll, beforeAll, expect, it } from 'vitest'
import { openTestCore, type TestCore } from '../testing/open-test-core.ts'
import { ofSource, readInOrder } from './read-in-order.ts'

let test: TestCore
beforeAll(async () => {
  test = await openTestCore()
  await test.rows('alter table inbound_event set (autovacuum_enabled = off)')
})
afterAll(() => test.close())

const fill = (source: string, state: string) =>
  test.rows(
    `insert into inbound_event (id, source, dedupe_key, body, state, done_at)
     select gen_random_uuid(), $1, convert_to($1 || $2 || n, 'UTF8'), '{}', $2, case $2 when 'done' then now() end
     from generate_series(1, 5000) n`,
    [source, state],
  )

/** How a claim of a few calls of a source is done, by PostgreSQL's word. */
const planOf = (source: string) =>
  test.core.database.transaction({ relay: true }, async (sql) => {
    const rows = await readInOrder(sql, () =>
      sql.query<{ 'QUERY PLAN': string }>(
        `explain select id, body from inbound_event where state = 'pending' and ${ofSource('$1')} and due_at <= now()
         order by source, id limit 20 for update skip locked`,
        [source],
      ),
    )
    return rows.map((row) => row['QUERY PLAN']).join('\n')
  })

const isAlongTheIndex = (plan: string) =>
  plan.includes('Index Scan using inbound_event_pending') && !plan.includes('Sort')

it('reads a backlog along the index of what waits, whatever the statistics of the table say', async () => {
  await test.rows('analyze inbound_event')
  await fill('whatsapp', 'pending')
  expect(isAlongTheIndex(await planOf('whatsapp')), 'taken for empty').toBe(true)

  await test.rows('analyze inbound_event')
  expect(isAlongTheIndex(await planOf('whatsapp')), 'all of it waiting').toBe(true)
  expect(isAlongTheIndex(await planOf('telegram_staff')), 'a source with nothing').toBe(true)

  await fill('whatsapp', 'done')
  await test.rows('vacuum analyze inbound_event')
  expect(isAlongTheIndex(await planOf('whatsapp')), 'much of it done').toBe(true)
})

it('leaves sorting to the rest of the transaction', async () => {
  const [row] = await test.core.database.transaction({ relay: true }, async (sql) => {
    await readInOrder(sql, () => sql.query('select 1'))
    return sql.query<{ sorts: string }>(`select current_setting('enable_sort') as sorts`)
  })
  expect(row?.sorts).toBe('on')
})
