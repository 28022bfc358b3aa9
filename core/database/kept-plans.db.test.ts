import { afterAll, beforeAll, expect, it } from 'vitest'
import { openTestCore, type TestCore } from '../testing/open-test-core.ts'
import { kept } from './kept-plans.ts'
import type { Sql } from './sql.ts'

let test: TestCore
beforeAll(async () => {
  test = await openTestCore()
})
afterAll(() => test.close())

const count = kept('select $1::int + 1 as more')

/** Which statements the connection of a transaction keeps plans of. */
const keptHere = async (sql: Sql) =>
  (await sql.query<{ statement: string }>('select statement from pg_prepared_statements')).map(
    ({ statement }) => statement,
  )

it('keeps the plan of a marked statement with its connection, and of no other', async () => {
  await test.core.database.transaction({}, async (sql) => {
    for (const value of [1, 2]) {
      expect(await sql.query(count, [value])).toEqual([{ more: value + 1 }])
      await sql.query('select $1::int - 1 as less', [value])
    }
    const statements = await keptHere(sql)
    expect(statements.filter((statement) => statement === count)).toHaveLength(1)
    expect(statements.some((statement) => statement.includes('less'))).toBe(false)
  })
})

it('goes on after a kept statement has failed, and after all plans were thrown away', async () => {
  const divide = kept('select 1 / $1::int as share')
  await expect(test.core.database.query(divide, [0])).rejects.toThrow('division by zero')
  expect(await test.core.database.query(divide, [1])).toEqual([{ share: 1 }])
  await test.core.database.query('discard plans')
  expect(await test.core.database.query(divide, [1])).toEqual([{ share: 1 }])
})
