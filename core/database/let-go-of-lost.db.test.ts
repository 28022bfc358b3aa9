import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestCore, type TestCore } from '../testing/open-test-core.ts'

let house: TestCore

beforeAll(async () => {
  house = await openTestCore()
})

afterAll(() => house.close())

test('the desk works on, however often the connections of its transactions are cut', async () => {
  const { owner } = await house.makeOrganization('Cut Gym', 'cut-1')
  // More often than the desk has connections.
  for (let round = 0; round < 15; round += 1) {
    const asked = Promise.allSettled(
      Array.from({ length: 4 }, () => house.desk.ask(owner, 'listMembers', {})),
    )
    await house.rows(
      `select pg_terminate_backend(pid) from pg_stat_activity
       where application_name = 'parley-desk' and datname = current_database()`,
    )
    await asked
  }
  await new Promise((resolve) => setTimeout(resolve, 1_200))
  const answers = await Promise.all(
    Array.from({ length: 12 }, () => house.desk.ask(owner, 'listMembers', {})),
  )
  expect(answers.map((members) => members.length)).toEqual(Array(12).fill(1))
})
