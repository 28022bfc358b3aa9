import { afterAll, beforeAll, expect, it } from 'vitest'
import { createLog } from '../log.ts'
import { createVault } from '../secrets/vault.ts'
import { openTestCore, type TestCore, testKey } from '../testing/open-test-core.ts'
import { followAccounts } from './follow-accounts.ts'

let test: TestCore
let gym: Awaited<ReturnType<TestCore['makeOrganization']>>
let house: typeof gym
beforeAll(async () => {
  test = await openTestCore()
  gym = await test.makeOrganization('Atlas Gym', '1001')
  house = await test.makeOrganization('Second House', '2002')
})
afterAll(() => test.close())

it('keeps something running for each account of every organization: new, renewed and ended ones within moments', async () => {
  const running = new Set<string>()
  const follow = followAccounts({
    database: test.core.database,
    vault: createVault([testKey]),
    network: 'whatsapp',
    start: ({ externalId, token }) => {
      const name = `${externalId} with ${token}`
      running.add(name)
      return { close: async () => void running.delete(name) }
    },
    log: createLog('silent'),
    everyMs: 20,
  })
  const now = () => [...running].sort()
  const name = (account: string, token: string) =>
    test.desk.perform(gym.system, 'connectChannel', {
      network: 'whatsapp',
      externalId: account,
      name: 'x',
      token,
    })
  await expect.poll(now).toEqual(['1001 with token of Atlas Gym', '2002 with token of Second House'])

  await name('1001', 'a new token')
  const third = await name('1003', 'third')
  await expect
    .poll(now)
    .toEqual(['1001 with a new token', '1003 with third', '2002 with token of Second House'])

  await test.desk.perform(gym.owner, 'disconnectChannel', { channelAccountId: third })
  await test.rows(`update channel_account set state = 'stopped' where id = $1`, [house.channelAccountId])
  await expect.poll(now).toEqual(['1001 with a new token'])

  await test.rows(`update channel_account set sealed_token = '\\x00' where external_id = '1001'`)
  await test.desk.perform(house.owner, 'resumeChannel', { channelAccountId: house.channelAccountId })
  await expect.poll(now).toEqual(['2002 with token of Second House'])

  await follow.close()
  expect(now()).toEqual([])
})
