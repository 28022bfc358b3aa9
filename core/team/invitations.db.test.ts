import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newId } from '../new-id.ts'
import { openTestCore, type TestCore } from '../testing/open-test-core.ts'

let test: TestCore
let gym: Awaited<ReturnType<TestCore['makeOrganization']>>
let shop: typeof gym

beforeAll(async () => {
  test = await openTestCore()
  gym = await test.makeOrganization('Atlas Gym', '1001')
  shop = await test.makeOrganization('Shop', '1002')
})
afterAll(() => test.close())

const organizationChars = 22
const invite = async (more: { idempotencyKey?: string } = {}) =>
  (await test.desk.perform(gym.owner, 'inviteMember', { role: 'agent', ...more })).code.slice(
    organizationChars,
  )
const accept = (telegramUserId: number, secret: string, { organizationId } = gym) =>
  test.desk.perform(
    { kind: 'person', organizationId, person: { telegramUserId, name: `Guest ${telegramUserId}` } },
    'acceptInvitation',
    { secret },
  )
const unknown = { kind: 'not-found', code: 'invitation-unknown' }
const membersNamed = (telegramUserId: number) =>
  test.rows<{ state: string }>('select state from member where telegram_user_id = $1', [telegramUserId])
const auditOf = (actor: string) =>
  test.rows(
    `select action, outcome from audit_entry where actor = $1 and action = 'acceptInvitation' order by id`,
    [actor],
  )

describe('the secret of an invitation', () => {
  it('has 128 bits, is another each time, and stands nowhere in the database', async () => {
    const secrets = await Promise.all(Array.from({ length: 50 }, () => invite()))
    expect(new Set(secrets).size).toBe(50)
    for (const secret of secrets) expect(Buffer.from(secret, 'base64url')).toHaveLength(16)
    const [first = ''] = secrets
    const tables = await test.rows<{ name: string }>(
      `select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'`,
    )
    for (const { name } of tables) {
      const found = await test.rows(`select 1 from "${name}" t where strpos(t::text, $1) > 0 limit 1`, [
        first,
      ])
      expect(found, name).toEqual([])
    }
  })

  it('is guessed by nobody: a wrong one, a part of one and one of another organization are answered alike, and written down', async () => {
    const secret = await invite()
    const guesses = ['x', secret.slice(0, -1), `${secret}A`, secret.toUpperCase(), newId()]
    for (const guess of guesses) await expect(accept(81, guess)).rejects.toMatchObject(unknown)
    await expect(accept(81, secret, shop)).rejects.toMatchObject(unknown)
    expect(await membersNamed(81)).toEqual([])
    const refused = { action: 'acceptInvitation', outcome: 'refused' }
    expect(await auditOf('person:81')).toEqual([...guesses, 'of the shop'].map(() => refused))
  })
})

describe('an invitation', () => {
  it('of ten who open it at once makes one a member; who that was is written down', async () => {
    const secret = await invite()
    const ids = Array.from({ length: 10 }, (_, index) => 9_100 + index)
    const outcomes = await Promise.allSettled(ids.map((id) => accept(id, secret)))
    const won = ids.filter((_, index) => outcomes[index]?.status === 'fulfilled')
    expect(won).toHaveLength(1)
    const members = await test.rows('select 1 from member where telegram_user_id = any($1)', [ids])
    expect(members).toHaveLength(1)
    expect(await auditOf(`person:${won[0]}`)).toEqual([{ action: 'acceptInvitation', outcome: 'done' }])
  })

  it('may be opened again by the one who has it, and does not let him in again once he was removed', async () => {
    const secret = await invite()
    const { memberId } = await accept(83, secret)
    expect((await accept(83, secret)).memberId).toBe(memberId)
    await test.desk.perform(gym.owner, 'removeMember', { memberId })
    await expect(accept(83, secret)).rejects.toMatchObject(unknown)
    expect(await membersNamed(83)).toEqual([{ state: 'removed' }])
  })

  it('works for seven days and not a moment longer', async () => {
    const [inTime, late] = [await invite(), await invite()]
    await test.rows(`update invitation set expires_at = expires_at - interval '7 days' + interval '1 minute'`)
    await accept(84, inTime)
    await test.rows(`update invitation set expires_at = expires_at - interval '1 minute 1 second'`)
    await expect(accept(85, late)).rejects.toMatchObject(unknown)
    expect(await membersNamed(85)).toEqual([])
  })

  it('changes nothing for somebody who is on the team, and stays open for another', async () => {
    const admin = await gym.join('Adam', 'admin')
    const secret = await invite()
    expect((await accept(admin.person.telegramUserId, secret)).memberId).toBe(admin.memberId)
    const [row] = await test.rows('select role from member where id = $1', [admin.memberId])
    expect(row).toEqual({ role: 'admin' })
    await accept(86, secret)
    expect(await membersNamed(86)).toEqual([{ state: 'active' }])
  })
})
