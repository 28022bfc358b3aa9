import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestCore, type TestCore } from '../testing/open-test-core.ts'

let test: TestCore
let gym: Awaited<ReturnType<TestCore['makeOrganization']>>

beforeAll(async () => {
  test = await openTestCore()
  gym = await test.makeOrganization('Atlas Gym', '1001')
})
afterAll(() => test.close())

describe('what holds for the whole organization', () => {
  const change = (input: object, actor: typeof gym.owner = gym.owner) =>
    test.desk.perform(actor, 'changeOrganization', input)
  const read = () => test.desk.ask(gym.owner, 'readOrganization', {})

  it('is changed part by part, by owners alone', async () => {
    await change({ name: '  Atlas  Club ', currency: 'mad' })
    await change({ timeZone: 'africa/casablanca', language: 'fr' })
    const now = { name: 'Atlas Club', currency: 'MAD', timeZone: 'Africa/Casablanca', language: 'fr' }
    expect(await read()).toEqual(now)
    const admin = await gym.join('Adam', 'admin')
    await expect(change({ name: 'Mine' }, admin)).rejects.toMatchObject({ kind: 'forbidden' })
    expect(await read()).toEqual(now)
  })

  it.each([
    [{ currency: 'XYZ' }, 'currency-unknown'],
    [{ timeZone: 'Mars/Base' }, 'time-zone-unknown'],
    [{ name: ' ' }, 'organization-name'],
    [{ name: 'x'.repeat(121) }, 'organization-name'],
  ])('takes no %j', async (input, code) => {
    const before = await read()
    await expect(change(input)).rejects.toMatchObject({ code })
    expect(await read()).toEqual(before)
  })
})
