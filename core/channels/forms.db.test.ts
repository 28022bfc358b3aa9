import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newId } from '../new-id.ts'
import { openTestCore, type TestCore } from '../testing/open-test-core.ts'
import { accountOfSecret } from './account-of-secret.ts'
import { createDirectory } from './create-directory.ts'

let test: TestCore
let gym: Awaited<ReturnType<TestCore['makeOrganization']>>
let other: typeof gym

beforeAll(async () => {
  test = await openTestCore()
  gym = await test.makeOrganization('Atlas Gym', '1001')
  other = await test.makeOrganization('Other', '1002')
})
afterAll(() => test.close())

let serial = 0
const origin = () => ({ account: '7', chat: '1', message: ++serial })
const add = async (at = origin(), network: 'forms' | 'google_leads' = 'forms') => {
  const { channelAccountId } = await test.desk.perform(gym.owner, 'addForm', {
    network,
    name: ' Contact ',
    origin: at,
  })
  return channelAccountId
}
const secretOf = async (channelAccountId: string) =>
  (await test.desk.perform(gym.owner, 'revealFormSecret', { channelAccountId })).secret
const set = (channelAccountId: string, settings: object) =>
  test.desk.perform(gym.owner, 'setFormSettings', { channelAccountId, ...settings })
/** A door that asks the database at every knock. */
const knock = async (secret: string) =>
  createDirectory(test.core.database, ['forms']).find('forms', accountOfSecret('forms', secret))

describe('a form', () => {
  it('is made once, however often it is heard, with a secret that is nowhere in the clear', async () => {
    const at = origin()
    const [first, second] = await Promise.all([add(at), add(at)])
    expect(second).toBe(first)
    const secret = await secretOf(first)
    expect(Buffer.from(secret, 'base64url').length).toBeGreaterThanOrEqual(16)
    expect(await knock(secret)).toBeDefined()
    expect(await secretOf(await add())).not.toBe(secret)
    const rows = await test.rows('select row_to_json(a)::text as row from channel_account a')
    expect(rows.some(({ row }) => String(row).includes(secret))).toBe(false)
    const [channel] = await test.desk.ask(gym.owner, 'listChannels', { channelAccountId: first })
    expect(channel?.name).toBe('Contact')
  })

  it('writes down who looked at its secret, and not the secret', async () => {
    const id = await add()
    const secret = await secretOf(id)
    const trail = await test.rows(
      `select row_to_json(t)::text as row from audit_entry t where organization_id = $1`,
      [gym.organizationId],
    )
    expect(trail.some(({ row }) => String(row).includes('revealFormSecret'))).toBe(true)
    expect(trail.some(({ row }) => String(row).includes(secret))).toBe(false)
  })

  it('is set and shown by owners and admins of its own organization alone', async () => {
    const id = await add()
    const agent = await gym.join('Amina')
    const input = { channelAccountId: id }
    for (const actor of [agent, other.owner]) {
      await expect(test.desk.perform(actor, 'revealFormSecret', input)).rejects.toThrow()
      await expect(test.desk.perform(actor, 'setFormSettings', input)).rejects.toThrow()
      await expect(test.desk.perform(actor, 'removeForm', input)).rejects.toThrow()
      await expect(test.desk.ask(actor, 'readForm', input)).rejects.toThrow()
    }
    await expect(
      test.desk.perform(agent, 'addForm', { network: 'forms', name: 'x', origin: origin() }),
    ).rejects.toMatchObject({ code: 'not-allowed' })
  })

  it('keeps what is set until it is taken away, and its door reads it', async () => {
    const id = await add()
    await set(id, { origins: ['example.org', 'https://Example.org/contact', 'http://localhost:8080'] })
    await set(id, { thanksUrl: 'https://example.org/thanks?a=1', mapping: { Name: 'contact.full_name' } })
    await set(id, { honeypot: 'website' })
    const kept = {
      origins: ['https://example.org', 'http://localhost:8080'],
      thanksUrl: 'https://example.org/thanks?a=1',
      mapping: { name: 'contact.full_name' },
      honeypot: 'website',
    }
    expect(await test.desk.ask(gym.owner, 'readForm', { channelAccountId: id })).toMatchObject(kept)
    expect((await knock(await secretOf(id)))?.settings).toMatchObject({
      origins: 'https://example.org http://localhost:8080',
      thanksUrl: 'https://example.org/thanks?a=1',
      mapping: '{"name":"contact.full_name"}',
      honeypot: 'website',
    })
    expect(await set(id, { origins: [], thanksUrl: null, mapping: {}, honeypot: null })).toEqual({
      origins: [],
      thanksUrl: null,
      mapping: {},
      honeypot: null,
    })
  })

  it.each([
    [{ origins: ['example.org', 'not a site'] }, 'form-origin-unreadable'],
    [{ origins: ['javascript:alert(1)'] }, 'form-origin-unreadable'],
    [{ origins: ['*'] }, 'form-origin-unreadable'],
    [{ thanksUrl: 'example.org/thanks' }, 'form-thanks-unreadable'],
    [{ thanksUrl: 'javascript:alert(1)' }, 'form-thanks-unreadable'],
    [{ mapping: { fullname: 'x' } }, 'form-field-unknown'],
    [{ mapping: { __proto__x: 'x' } }, 'form-field-unknown'],
    [{ mapping: { name: 'two words' } }, 'form-path-unreadable'],
    [{ honeypot: 'two words' }, 'form-honeypot-unreadable'],
    [{ honeypot: 'email' }, 'form-honeypot-in-use'],
    [{ mapping: { name: 'who' }, honeypot: 'who' }, 'form-honeypot-in-use'],
  ])('refuses %j and keeps what it had', async (settings, code) => {
    const id = await add()
    await set(id, { origins: ['example.org'] })
    await expect(set(id, settings)).rejects.toMatchObject({ code })
    expect(await test.desk.ask(gym.owner, 'readForm', { channelAccountId: id })).toMatchObject({
      origins: ['https://example.org'],
      honeypot: null,
    })
  })

  it('that is removed is nobody’s door, and is one again when it is taken up', async () => {
    const id = await add()
    const secret = await secretOf(id)
    for (let twice = 0; twice < 2; twice += 1) {
      await test.desk.perform(gym.owner, 'removeForm', { channelAccountId: id })
    }
    expect(await knock(secret)).toBeUndefined()
    expect(await test.desk.ask(gym.owner, 'listChannels', { channelAccountId: id })).toMatchObject([
      { state: 'stopped', stoppedReason: { code: 'form-removed' } },
    ])
    await test.desk.perform(gym.owner, 'resumeChannel', { channelAccountId: id })
    expect(await knock(secret)).toBeDefined()
  })

  it('that the environment names keeps what is set here over a restart', async () => {
    const connect = () =>
      test.desk.perform(gym.system, 'connectChannel', {
        network: 'forms',
        externalId: accountOfSecret('forms', 'from-the-environment'),
        name: 'Website',
        token: 'from-the-environment',
      })
    const id = await connect()
    await set(id, { origins: ['example.org'] })
    await connect()
    expect(await test.desk.ask(gym.owner, 'readForm', { channelAccountId: id })).toMatchObject({
      origins: ['https://example.org'],
    })
  })

  it('is not what other channels are', async () => {
    const input = { channelAccountId: gym.channelAccountId }
    await expect(test.desk.perform(gym.owner, 'revealFormSecret', input)).rejects.toMatchObject({
      code: 'not-a-form',
    })
    await expect(test.desk.perform(gym.owner, 'removeForm', input)).rejects.toMatchObject({
      code: 'not-a-form',
    })
    const google = await add(origin(), 'google_leads')
    await expect(set(google, { origins: ['example.org'] })).rejects.toMatchObject({ code: 'not-a-form' })
    await expect(set(newId(), {})).rejects.toMatchObject({ code: 'channel-not-found' })
  })
})
