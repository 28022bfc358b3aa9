import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { clearDone } from '../loops/clear-done.ts'
import { createTestPort } from '../testing/create-test-port.ts'
import { openTestCore, type TestCore } from '../testing/open-test-core.ts'
import { eventsOf } from '../testing/take-in.ts'
import type { Asked, ChannelPort, FoundAccount, UsedAccount } from './channel-port.ts'

const secret = 'EAAG-a-secret-token-1'
const renewed = 'EAAG-a-secret-token-2'
const found = (externalId: string, token = secret): FoundAccount => ({
  externalId,
  name: 'Harbour Bakery',
  token,
  settings: { businessAccountId: '77' },
  facts: { displayNumber: '+33 1 89 00 00 01' },
  warnings: [],
})
const healthy = { subscription: 'mended', facts: { quality: 'GREEN' }, dangers: [] } as const
const deadToken = {
  outcome: 'channel-stopped',
  failure: { code: '190', title: `Malformed access token ${secret}` },
} as const

const hands = {
  identify: async (): Promise<Asked<FoundAccount[]>> => ({ outcome: 'found', value: [found('5001')] }),
  check: async (_account: UsedAccount): Promise<Asked<never>> => ({
    outcome: 'found',
    value: healthy as never,
  }),
  released: [] as UsedAccount[],
}
const usual = { ...hands }

let test: TestCore
let gym: Awaited<ReturnType<TestCore['makeOrganization']>>
let house: typeof gym
beforeAll(async () => {
  const port: ChannelPort = createTestPort({
    identify: () => hands.identify(),
    check: (account) => hands.check(account),
    release: async (account) => void hands.released.push(account),
  })
  test = await openTestCore({ channels: [port] })
  gym = await test.makeOrganization('Atlas Gym', '1001')
  house = await test.makeOrganization('Second House', '2002')
})
afterAll(() => test.close())
beforeEach(() => void Object.assign(hands, usual, { released: [] }))

const propose = (more: object = {}, actor: typeof gym.owner = gym.owner) =>
  test.desk.perform(actor, 'proposeChannel', { network: 'whatsapp', token: secret, ...more })
const proposed = async (...given: Parameters<typeof propose>) => {
  const answer = await propose(...given)
  if (answer.outcome !== 'found') throw new Error(answer.failure.title)
  return answer.proposals[0]?.proposalId ?? ''
}
const connect = (proposalId: string, actor: typeof gym.owner = gym.owner) =>
  test.desk.perform(actor, 'connectProposedChannel', { proposalId })
const account = async (externalId: string) => {
  const [row] = await test.rows('select * from channel_account where external_id = $1', [externalId])
  return row
}
const proposals = () => test.rows('select * from channel_proposal')

/** Every table, as text: what stands there in the clear is found. */
const everythingStored = async () => {
  const tables = await test.rows<{ name: string }>(
    `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'`,
  )
  const texts = await Promise.all(
    tables.map(async ({ name }) => JSON.stringify(await test.rows(`select t::text from ${name} t`))),
  )
  return texts.join('\n')
}

describe('an account that is being connected', () => {
  it('is shown as the network calls it, and is nobody’s before it is confirmed', async () => {
    const answer = await propose()
    expect(answer).toMatchObject({
      outcome: 'found',
      proposals: [{ name: 'Harbour Bakery', facts: { displayNumber: '+33 1 89 00 00 01' }, state: 'new' }],
    })
    expect(JSON.stringify(answer)).not.toContain(secret)
    expect(await account('5001')).toBeUndefined()
  })

  it('works once it is confirmed, with its events delivered here, once however often it is pressed', async () => {
    const proposalId = await proposed()
    const answers = await Promise.all([connect(proposalId), connect(proposalId)])
    expect(new Set(answers.map((one) => 'channelAccountId' in one && one.channelAccountId)).size).toBe(1)
    expect(answers).toContainEqual(expect.objectContaining({ subscription: 'mended' }))
    expect(await account('5001')).toMatchObject({
      organization_id: gym.organizationId,
      state: 'active',
      subscription: 'mended',
      facts: { quality: 'GREEN' },
      settings: { businessAccountId: '77' },
    })
    const [kept] = await test.rows('select sealed_token from channel_proposal where id = $1', [proposalId])
    expect(kept).toEqual({ sealed_token: null })
  })

  it('has its secret nowhere in the clear: not in events, posts, audits or proposals', async () => {
    await propose()
    expect(await everythingStored()).not.toContain(secret)
  })

  it('is refused to whoever else has the confirmation', async () => {
    const proposalId = await proposed()
    const admin = await gym.join('Other admin', 'admin')
    await expect(connect(proposalId, admin)).rejects.toMatchObject({ code: 'proposal-gone' })
    await expect(connect(proposalId, house.owner)).rejects.toMatchObject({ code: 'proposal-gone' })
  })

  it('is refused to agents before the network is asked', async () => {
    const agent = await gym.join('Agent')
    hands.identify = async () => {
      throw new Error('asked for somebody who may not')
    }
    await expect(propose({}, agent)).rejects.toMatchObject({ code: 'not-allowed' })
  })

  it('of another organization is refused, and its token is not kept', async () => {
    await test.rows('delete from channel_proposal')
    expect(await propose({}, house.owner)).toMatchObject({ proposals: [{ state: 'of-another' }] })
    expect(await proposals()).toEqual([])
    expect(await account('5001')).toMatchObject({ organization_id: gym.organizationId })
  })

  it('of two organizations at the same moment becomes that of one', async () => {
    hands.identify = async () => ({ outcome: 'found', value: [found('5002')] })
    const both = [await proposed(), await proposed({}, house.owner)]
    const [mine, theirs] = await Promise.allSettled([
      connect(both[0] ?? ''),
      connect(both[1] ?? '', house.owner),
    ])
    const refused = [mine, theirs].filter((one) => one?.status === 'rejected')
    expect(refused).toMatchObject([{ reason: { code: 'channel-of-another' } }])
  })

  it('is forgotten when the person stops, when another token is put in, and when half an hour is over', async () => {
    const earlier = await proposed()
    await test.desk.perform(gym.owner, 'withdrawProposals', {})
    const left = (await proposals()).filter(({ sealed_token: sealed }) => sealed !== null)
    expect(left.filter(({ organization_id: id }) => id === gym.organizationId)).toEqual([])
    await expect(connect(earlier)).rejects.toMatchObject({ code: 'proposal-gone' })
    const second = await proposed()
    const proposalId = await proposed()
    await expect(connect(second)).rejects.toMatchObject({ code: 'proposal-gone' })
    await test.rows(`update channel_proposal set expires_at = now() - interval '1 second'`)
    await expect(connect(proposalId)).rejects.toMatchObject({ code: 'proposal-gone' })
    await clearDone(test.core.database)
    expect(await proposals()).toEqual([])
  })

  it('that the network refuses leaves nothing behind, and the refusal does not quote the token', async () => {
    hands.identify = async () => deadToken
    expect(await propose()).toEqual({
      outcome: 'refused',
      failure: { code: '190', title: 'Malformed access token …' },
    })
    expect(await proposals()).toEqual([])
  })

  it('that the network refuses at the last moment is not connected, and can be tried again', async () => {
    hands.identify = async () => ({ outcome: 'found', value: [found('5003')] })
    const proposalId = await proposed()
    hands.check = async () => ({
      outcome: 'later',
      failure: { code: 'no-connection', title: 'No connection' },
    })
    expect(await connect(proposalId)).toMatchObject({ outcome: 'later' })
    expect(await account('5003')).toBeUndefined()
    hands.check = usual.check
    expect(await connect(proposalId)).toMatchObject({ outcome: 'connected' })
  })
})

describe('a new token', () => {
  const renew = async (token: string, foundId = '5001') => {
    hands.identify = async () => ({ outcome: 'found', value: [found('9999', token), found(foundId, token)] })
    const { id } = (await account('5001')) ?? {}
    return propose({ token, channelAccountId: id })
  }

  it('of another account is refused by name', async () => {
    await expect(renew(renewed, '6001')).rejects.toMatchObject({
      code: 'token-of-another-account',
      data: { name: 'Harbour Bakery' },
    })
  })

  it('takes the account up again, with one event', async () => {
    await test.rows(
      `update channel_account set state = 'stopped', stopped_at = now() where external_id = '5001'`,
    )
    const answer = await renew(renewed)
    expect(answer).toMatchObject({ proposals: [{ state: 'connected' }] })
    const [proposal] = 'proposals' in answer ? answer.proposals : []
    await connect(proposal?.proposalId ?? '')
    await connect(proposal?.proposalId ?? '')
    expect(await account('5001')).toMatchObject({ state: 'active', stopped_reason: null })
    expect(await eventsOf(test, 'channel.resumed')).toHaveLength(1)
  })
})

describe('what the environment names', () => {
  const named = (token: string) =>
    test.desk.perform(gym.system, 'connectChannel', {
      network: 'whatsapp',
      externalId: '7001',
      name: 'WhatsApp',
      token,
    })

  it('does not bring back an old token that a person has replaced, but a new one counts', async () => {
    const id = await named('old of the environment')
    hands.identify = async () => ({ outcome: 'found', value: [found('7001', renewed)] })
    await connect(await proposed({ token: renewed, channelAccountId: id }))
    const before = (await account('7001'))?.sealed_token
    await named('old of the environment')
    expect((await account('7001'))?.sealed_token).toEqual(before)
    await named('new of the environment')
    expect((await account('7001'))?.sealed_token).not.toEqual(before)
  })

  it('stays disconnected when a person has disconnected it, also at the next start', async () => {
    const id = await named('new of the environment')
    await test.desk.perform(gym.owner, 'disconnectChannel', { channelAccountId: id })
    await named('new of the environment')
    expect(await account('7001')).toMatchObject({ state: 'stopped', sealed_token: null })
  })
})

describe('an account that is disconnected', () => {
  it('keeps its chats, sends nothing, has no secret left, and tells the network once', async () => {
    const { id } = (await account('5001')) ?? {}
    const input = { channelAccountId: String(id) }
    await test.desk.perform(gym.owner, 'disconnectChannel', input)
    await test.desk.perform(gym.owner, 'disconnectChannel', input)
    expect(await account('5001')).toMatchObject({
      state: 'stopped',
      sealed_token: null,
      stopped_reason: { code: 'disconnected-here' },
    })
    expect(hands.released).toMatchObject([{ externalId: '5001', token: renewed }])
    const told = (await eventsOf(test, 'channel.disconnected')).filter((one) => one.channelAccountId === id)
    expect(told).toHaveLength(1)
    expect(await test.rows('select 1 from network_task where channel_account_id = $1', [id])).toEqual([])
  })

  it('is not taken up by a press or a look, but by connecting it again', async () => {
    const { id } = (await account('5001')) ?? {}
    for (const name of ['resumeChannel', 'checkChannel'] as const) {
      await expect(
        test.desk.perform(gym.owner, name, { channelAccountId: String(id) }),
      ).rejects.toMatchObject({ code: 'channel-disconnected' })
    }
    await connect(await proposed())
    expect(await account('5001')).toMatchObject({ id, state: 'active', stopped_reason: null })
  })

  it('of another organization is not found', async () => {
    const { id } = (await account('5001')) ?? {}
    await expect(
      test.desk.perform(house.owner, 'disconnectChannel', { channelAccountId: String(id) }),
    ).rejects.toMatchObject({ code: 'channel-not-found' })
  })
})
