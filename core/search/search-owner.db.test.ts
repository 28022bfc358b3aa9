import { join } from 'node:path'
import pg from 'pg'
import { afterAll, expect, it } from 'vitest'
import { migrate } from '../database/migrate.ts'
import { newId } from '../new-id.ts'
import { createOwnDatabase } from '../testing/own-database.ts'
import { gramsOf } from './grams-of.ts'
import { readSearch } from './read-search.ts'

const database = await createOwnDatabase()
afterAll(() => database.drop())

it('asks the index, and finds for one organization only, also where the owner is no superuser', async () => {
  await migrate(database.ownerUrl, join(import.meta.dirname, '../../migrations'))
  const client = new pg.Client({ connectionString: database.url })
  // A failed test leaves it to the end of its database.
  client.on('error', () => undefined)
  await client.connect()
  const [one, other] = [newId(), newId()]
  await client.query(`insert into organization (id, name) values ($1, 'One'), ($2, 'Other')`, [one, other])
  for (const organizationId of [one, other]) {
    await client.query(
      `insert into search_document (organization_id, part, id, lead_id, at, words, grams)
       select $1, 2, gen_random_uuid(), gen_random_uuid(), now() + make_interval(secs => n),
         case when n = 1 then ' zebra ' else ' filler ' end, case when n = 1 then $2::int[] else $3::int[] end
       from generate_series(1, 20000) n`,
      [organizationId, gramsOf(organizationId, 'zebra'), gramsOf(organizationId, 'filler')],
    )
  }
  await client.query('analyze search_document')

  await client.query('begin')
  await client.query('set local role parley_app')
  const ask = async (organizationId: string) => {
    await client.query(`select set_config('parley.organization_id', $1, true)`, [organizationId])
    const wanted = readSearch(one, 'zebra')?.words
    const values = [false, wanted?.patterns, wanted?.keys, null, null, 10, 100]
    return (await client.query('select * from search_documents($1, $2, $3, $4, $5, $6, $7)', values)).rows
  }
  expect(await ask(one)).toHaveLength(1)
  expect(await ask(other), 'the keys of one lead nowhere in another').toEqual([])
  expect(await ask('')).toEqual([])
  await client.query('commit')
  // The counts of this session are written when it has nothing else to do.
  await client.query('select pg_stat_force_next_flush()')
  const { rows } = await client.query(
    `select idx_scan::int as scans from pg_stat_user_indexes where indexrelname = 'search_document_grams'`,
  )
  expect(rows[0].scans).toBeGreaterThan(0)
  await client.end()
})
