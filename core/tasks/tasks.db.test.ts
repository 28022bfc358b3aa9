import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { AccountCheck, Asked, ChannelPort, NetworkTemplate } from '../channels/channel-port.ts'
import type { InboundMessage } from '../channels/inbound-item.ts'
import { createLog } from '../log.ts'
import { createVault } from '../secrets/vault.ts'
import { createTestPort } from '../testing/create-test-port.ts'
import { openTestCore, type TestCore, testKey } from '../testing/open-test-core.ts'
import { inboundMessage, writeIn } from '../testing/write-in.ts'
import { putTasks } from './put-tasks.ts'
import { createTasks } from './run-tasks.ts'

const healthy: AccountCheck = { subscription: 'subscribed', facts: { quality: 'GREEN' }, dangers: [] }
const later = (title = 'away'): Asked<never> => ({ outcome: 'later', failure: { code: '2', title } })
const deadToken: Asked<never> = {
  outcome: 'channel-stopped',
  failure: { code: '190', title: 'The token is dead' },
}

/** A network that answers as the test says. */
const hands: Required<
  Pick<ChannelPort, 'check' | 'listTemplates' | 'createTemplate' | 'fetchLead' | 'listLeads' | 'fetchProfile'>
> = {
  check: async () => ({ outcome: 'found', value: healthy }),
  listTemplates: async () => ({ outcome: 'found', value: [] }),
  createTemplate: async () => later(),
  fetchLead: async () => later(),
  listLeads: async function* () {},
  fetchProfile: async () => later(),
}
const usual = { ...hands }
const network = createTestPort({
  check: (account) => hands.check(account),
  listTemplates: (account) => hands.listTemplates(account),
  createTemplate: (account, template) => hands.createTemplate(account, template),
  fetchLead: (account, request) => hands.fetchLead(account, request),
  listLeads: (account, since) => hands.listLeads(account, since),
  fetchProfile: (account, recipient) => hands.fetchProfile(account, recipient),
})

let test: TestCore
let gym: Awaited<ReturnType<TestCore['makeOrganization']>>
let made = 0

beforeAll(async () => {
  test = await openTestCore({ channels: [network] })
})
afterAll(() => test.close())
afterEach(async () => {
  Object.assign(hands, usual)
  await test.rows('delete from network_task')
})

async function newGym() {
  made += 1
  gym = await test.makeOrganization(`Gym ${made}`, `90${made}`)
  return gym
}

const subscriptions = [
  {
    name: 'told',
    types: [
      'channel.stopped',
      'channel.resumed',
      'channel.endangered',
      'channel.relieved',
      'template.changed',
      'message.received',
      'contact.named',
    ],
  },
] as const

const startRunner = () =>
  createTasks({
    database: test.core.database,
    channels: [network],
    vault: createVault([testKey]),
    subscriptions,
    log: createLog('silent'),
    onFree: () => undefined,
    onRecorded: () => undefined,
    onResumed: () => undefined,
  })

/** Works off what is due, and what becomes due meanwhile when `soon` brings it forward. */
async function work({ soon = false } = {}) {
  if (soon) await test.rows(`update network_task set due_at = now() where state = 'pending'`)
  const runner = startRunner()
  for (let rounds = 0; rounds < 20 && (await runner.run()) > 0; rounds += 1) await runner.settled()
  await runner.settled()
}

const events = async (type: string) =>
  (
    await test.rows<{ data: Record<string, unknown> }>(
      'select data from domain_event where organization_id = $1 and type = $2 order by id',
      [gym.organizationId, type],
    )
  ).map(({ data }) => data)
const task = async (kind: string) =>
  (
    await test.rows<{ state: string; attempts: number; wait: number; last_error: string | null }>(
      `select state, attempts, extract(epoch from due_at - now())::float8 as wait, last_error from network_task
       where organization_id = $1 and kind = $2`,
      [gym.organizationId, kind],
    )
  )[0]
const channel = async () =>
  (await test.desk.ask(gym.owner, 'listChannels', { channelAccountId: gym.channelAccountId }))[0]

describe('looking after an account', () => {
  it('shows how it stands, and asks again in half an hour', async () => {
    await newGym()
    const tokenExpiresAt = new Date(Date.now() + 60 * 86_400_000)
    hands.check = async () => ({ outcome: 'found', value: { ...healthy, tokenExpiresAt } })
    await work()
    expect(await channel()).toMatchObject({
      state: 'active',
      facts: { quality: 'GREEN' },
      subscription: 'subscribed',
      tokenExpiresAt,
      dangers: {},
    })
    expect((await task('check'))?.wait).toBeGreaterThan(1700)
  })

  it('tells owners of a danger once, and once that it is over', async () => {
    await newGym()
    hands.check = async () => ({ outcome: 'found', value: { ...healthy, subscription: 'missing' } })
    await work()
    await work({ soon: true })
    expect(await events('channel.endangered')).toMatchObject([{ code: 'not-subscribed' }])
    expect((await channel())?.dangers).toHaveProperty('not-subscribed')
    hands.check = usual.check
    await work({ soon: true })
    await work({ soon: true })
    expect(await events('channel.relieved')).toMatchObject([{ code: 'not-subscribed' }])
    expect((await channel())?.dangers).toEqual({})
  })

  it('stops a channel whose token is dead, tells it once, and takes it up by itself when it works again', async () => {
    await newGym()
    hands.check = async () => deadToken
    await work()
    await work({ soon: true })
    await work({ soon: true })
    expect(await events('channel.stopped')).toHaveLength(1)
    expect(await channel()).toMatchObject({ state: 'stopped', stoppedReason: { code: '190' } })
    hands.check = usual.check
    await work({ soon: true })
    expect(await events('channel.resumed')).toHaveLength(1)
    expect(await channel()).toMatchObject({ state: 'active' })
  })

  it('leaves a channel that stopped for unpaid bills to a person: asking cannot tell that they were paid', async () => {
    await newGym()
    await test.rows(
      `update channel_account set state = 'stopped', stopped_at = now(), stopped_reason = '{"code":"131042","title":"x"}'
       where id = $1`,
      [gym.channelAccountId],
    )
    await work()
    expect(await channel()).toMatchObject({ state: 'stopped' })
    await test.desk.perform(gym.owner, 'resumeChannel', { channelAccountId: gym.channelAccountId })
    expect(await channel()).toMatchObject({ state: 'active' })
  })

  it('hides a danger that a person has seen, until the network tells it again', async () => {
    await newGym()
    const { channelAccountId } = gym
    hands.check = async () => ({
      outcome: 'found',
      value: { ...healthy, dangers: [{ code: 'security-pin', title: 'The PIN was changed' }] },
    })
    await work()
    await test.desk.perform(gym.owner, 'dismissDanger', { channelAccountId, code: 'security-pin' })
    expect((await channel())?.dangers).toEqual({})
  })

  it('waits for a network that does not answer, with growing pauses', async () => {
    await newGym()
    hands.check = async () => later()
    await work()
    const first = (await task('check'))?.wait ?? 0
    await work({ soon: true })
    await work({ soon: true })
    expect((await task('check'))?.wait ?? 0).toBeGreaterThan(first)
    expect(await channel()).toMatchObject({ state: 'active' })
  })
})

describe('a lead that a notification only named', () => {
  const lead = (externalId: string): InboundMessage =>
    inboundMessage(gym.account, {
      externalId,
      kind: 'form',
      person: { identities: [{ kind: 'email', value: 'ida@example.org', claimed: true }], name: 'Ida' },
      data: { answers: { budget: '7' } },
    })
  const ask = (key: string) =>
    test.core.database.transaction({ organizationId: gym.organizationId }, (sql) =>
      putTasks(
        sql,
        gym.organizationId,
        [{ channelAccountId: gym.channelAccountId, kind: 'lead', key, data: { form: 'f1' } }],
        { again: false },
      ),
    )

  it('is fetched, stored once, and not fetched again when it is named again', async () => {
    await newGym()
    let calls = 0
    hands.fetchLead = async (_account, { externalId, data }) => {
      calls += 1
      expect(data).toEqual({ form: 'f1' })
      return { outcome: 'found', value: lead(externalId) }
    }
    await ask('lead-1')
    await work()
    await ask('lead-1')
    await work()
    expect(calls).toBe(1)
    expect(await events('message.received')).toMatchObject([{ opensLead: true }])
  })

  it('comes at once although others of the same new person come at the same moment', async () => {
    await newGym()
    await work()
    const keys = Array.from({ length: 2 }, (_, index) => `together-${index}`)
    const answers = new Set<() => void>()
    hands.fetchLead = async (_account, { externalId }) => {
      await new Promise<void>((resolve) => {
        answers.add(resolve)
        if (answers.size === keys.length) for (const answer of answers) answer()
      })
      return { outcome: 'found', value: lead(externalId) }
    }
    for (const key of keys) await ask(key)
    await work()
    expect(await events('message.received')).toHaveLength(keys.length)
  })

  it('is tried until the network has it, and waits while the channel is stopped', async () => {
    await newGym()
    await ask('lead-2')
    await work()
    expect(await task('lead')).toMatchObject({ state: 'pending', last_error: '2: away' })
    hands.fetchLead = async () => deadToken
    await work({ soon: true })
    expect(await channel()).toMatchObject({ state: 'stopped' })
    hands.check = async () => deadToken
    let asked = 0
    hands.fetchLead = async (_account, { externalId }) => {
      asked += 1
      return { outcome: 'found', value: lead(externalId) }
    }
    await work({ soon: true })
    expect(asked).toBe(0)
    hands.check = usual.check
    await work({ soon: true })
    await work({ soon: true })
    expect(asked).toBe(1)
    expect(await events('message.received')).toHaveLength(1)
  })

  it('that does not exist is a dead letter that a person can see', async () => {
    await newGym()
    hands.fetchLead = async () => ({ outcome: 'gone', failure: { code: '100', title: 'No such lead' } })
    await ask('lead-3')
    await work()
    expect(await task('lead')).toMatchObject({ state: 'dead', last_error: '100: No such lead' })
    expect(await channel()).toMatchObject({ lostLeads: 1 })
    hands.fetchLead = async (_account, { externalId }) => ({ outcome: 'found', value: lead(externalId) })
    await test.desk.perform(gym.owner, 'checkChannel', { channelAccountId: gym.channelAccountId })
    await work()
    expect(await channel()).toMatchObject({ lostLeads: 0 })
  })

  it('missed in an outage comes with the back-fill, and known ones change nothing', async () => {
    await newGym()
    const since: Date[] = []
    hands.listLeads = async function* (_account, from) {
      since.push(from)
      yield { outcome: 'found', value: [lead('old-1')] }
      yield { outcome: 'found', value: [lead('old-2')] }
    }
    await work()
    await work({ soon: true })
    expect(await test.rows(`select 1 from message where external_id in ('old-1', 'old-2')`)).toHaveLength(2)
    expect(await events('message.received')).toHaveLength(2)
    // The second round looks back over the end of the first one.
    expect(since).toHaveLength(2)
    expect(since[1]?.getTime()).toBeLessThan(Date.now() - 3_600_000)
    expect((await task('backfill'))?.wait).toBeGreaterThan(3600)
  })
})

describe('a long list', () => {
  it('is kept page by page, and begun again from its beginning when it breaks off', async () => {
    await newGym()
    const page = (id: string): Asked<InboundMessage[]> => ({
      outcome: 'found',
      value: [
        inboundMessage(gym.account, {
          externalId: id,
          kind: 'form',
          person: { identities: [{ kind: 'submission', value: id }] },
        }),
      ],
    })
    const since: number[] = []
    hands.listLeads = async function* (_account, from) {
      since.push(from.getTime())
      yield page('page-1')
      yield later()
    }
    await work()
    expect(await test.rows(`select 1 from message where external_id = 'page-1'`)).toHaveLength(1)
    hands.listLeads = async function* (_account, from) {
      since.push(from.getTime())
      yield page('page-1')
      yield page('page-2')
    }
    await work({ soon: true })
    expect(await test.rows(`select 1 from message where external_id like 'page-%'`)).toHaveLength(2)
    expect(since[1]).toBe(since[0])
  })

  it('keeps its lease, so that nobody else begins it meanwhile', async () => {
    await newGym()
    await work()
    let others = 0
    hands.listLeads = async function* () {
      await test.rows(
        `update network_task set lease_until = now() + interval '1 second' where kind = 'backfill'`,
      )
      yield { outcome: 'found', value: [] }
      const [row] = await test.rows<{ left: number }>(
        `select extract(epoch from lease_until - now())::float8 as left from network_task
         where organization_id = $1 and kind = 'backfill'`,
        [gym.organizationId],
      )
      if ((row?.left ?? 0) > 60) others += 1
    }
    await work({ soon: true })
    expect(others).toBe(1)
  })
})

describe('a hanging network', () => {
  it('does not keep the accounts of others waiting', async () => {
    const slow = await newGym()
    await work()
    const release: (() => void)[] = []
    hands.fetchLead = () => new Promise((resolve) => void release.push(() => resolve(later())))
    const keys = Array.from({ length: 30 }, (_, index) => `slow-${index}`)
    await test.core.database.transaction({ organizationId: slow.organizationId }, (sql) =>
      putTasks(
        sql,
        slow.organizationId,
        keys.map((key) => ({ channelAccountId: slow.channelAccountId, kind: 'lead' as const, key })),
      ),
    )
    const runner = startRunner()
    await runner.run()
    await newGym()
    let checked = false
    hands.check = async () => {
      checked = true
      return { outcome: 'found', value: healthy }
    }
    await runner.run()
    await expect.poll(() => checked).toBe(true)
    expect(release.length).toBeLessThanOrEqual(2)
    for (const end of release) end()
    await runner.settled()
  })

  it('that refuses an old token does not stop a channel that has a new one by now', async () => {
    await newGym()
    hands.check = async () => {
      hands.check = usual.check
      await test.desk.perform(gym.system, 'connectChannel', {
        network: 'whatsapp',
        externalId: gym.account,
        name: 'WhatsApp',
        token: 'a renewed token',
      })
      return deadToken
    }
    await work()
    hands.check = usual.check
    expect(await channel()).toMatchObject({ state: 'active' })
    expect(await events('channel.stopped')).toEqual([])
  })
})

describe('templates', () => {
  const hello: NetworkTemplate = {
    externalId: 't1',
    name: 'hello',
    language: 'en_US',
    category: 'UTILITY',
    status: 'APPROVED',
    components: [{ type: 'BODY', text: 'Hello {{1}}' }],
  }

  it('are copied from the account, follow its changes, and are marked when they are gone', async () => {
    await newGym()
    hands.listTemplates = async () => ({ outcome: 'found', value: [hello] })
    await work()
    expect(await test.desk.ask(gym.owner, 'listTemplates', { usable: true })).toMatchObject([
      { name: 'hello' },
    ])
    expect(await events('template.changed')).toEqual([])
    hands.listTemplates = async () => ({ outcome: 'found', value: [{ ...hello, status: 'PAUSED' }] })
    await work({ soon: true })
    expect(await events('template.changed')).toMatchObject([{ status: 'PAUSED' }])
    expect(await test.desk.ask(gym.owner, 'listTemplates', { usable: true })).toEqual([])
    hands.listTemplates = async () => ({ outcome: 'found', value: [] })
    await test.rows(`update message_template set updated_at = now() - interval '1 hour'`)
    await work({ soon: true })
    expect(await test.desk.ask(gym.owner, 'listTemplates', {})).toEqual([])
  })

  it('that are written here are submitted, and what the network says comes back', async () => {
    await newGym()
    const input = {
      channelAccountId: gym.channelAccountId,
      name: 'come_back',
      language: 'en_US',
      category: 'MARKETING' as const,
      components: [{ type: 'BODY', text: 'We miss you' }],
    }
    hands.createTemplate = async (_account, { name }) => ({
      outcome: 'found',
      value: { externalId: `id of ${name}`, status: 'PENDING', category: 'MARKETING' },
    })
    const { templateId } = await test.desk.perform(gym.owner, 'createTemplate', input)
    expect(await test.desk.perform(gym.owner, 'createTemplate', input)).toEqual({ templateId })
    await work()
    expect(await events('template.changed')).toMatchObject([{ templateId, status: 'PENDING' }])
    await expect(test.desk.perform(gym.owner, 'createTemplate', input)).rejects.toMatchObject({
      code: 'template-exists',
    })
  })

  it('that the network refuses say why, and may be submitted anew', async () => {
    await newGym()
    hands.createTemplate = async () => ({
      outcome: 'gone',
      failure: { code: '100', title: 'Invalid parameter', detail: 'Variables at the end' },
    })
    const input = {
      channelAccountId: gym.channelAccountId,
      name: 'broken',
      language: 'en',
      category: 'UTILITY' as const,
      components: [{ type: 'BODY', text: 'x {{1}}' }],
    }
    const { templateId } = await test.desk.perform(gym.owner, 'createTemplate', input)
    await work()
    expect(await test.desk.ask(gym.owner, 'listTemplates', {})).toMatchObject([
      { id: templateId, status: 'REJECTED', reason: 'Invalid parameter: Variables at the end' },
    ])
    expect(await test.desk.perform(gym.owner, 'createTemplate', input)).toEqual({ templateId })
  })

  it('are nobody’s of another organization', async () => {
    const first = await newGym()
    hands.listTemplates = async () => ({ outcome: 'found', value: [hello] })
    await work()
    await newGym()
    expect(await test.desk.ask(gym.owner, 'listTemplates', {})).toEqual([])
    await expect(
      test.desk.perform(gym.owner, 'checkChannel', { channelAccountId: first.channelAccountId }),
    ).rejects.toMatchObject({ code: 'channel-not-found' })
  })
})

describe('a person’s name', () => {
  it('is asked for apart from his message, and never replaces one that he has', async () => {
    await newGym()
    const nameless = { identities: [{ kind: 'phone' as const, value: '+33639980177' }] }
    const { conversationId } = await writeIn(test, [inboundMessage(gym.account, { person: nameless })])
    const ask = () =>
      test.core.database.transaction({ organizationId: gym.organizationId }, (sql) =>
        putTasks(sql, gym.organizationId, [
          { channelAccountId: gym.channelAccountId, kind: 'profile', key: conversationId },
        ]),
      )
    const names = ['Ida Krag', 'Somebody Else']
    hands.fetchProfile = async () => ({
      outcome: 'found',
      value: { name: names.shift() ?? '', identities: [{ kind: 'instagram_username', value: 'ida.k' }] },
    })
    await ask()
    await work()
    await ask()
    await work()
    const [contact] = await test.rows(
      `select c.name, array_agg(i.kind order by i.kind) as kinds from contact c join contact_identity i
         on i.contact_id = c.id where c.organization_id = $1 group by c.id, c.name`,
      [gym.organizationId],
    )
    expect(contact).toEqual({ name: 'Ida Krag', kinds: ['instagram_username', 'phone'] })
    expect(await events('contact.named')).toHaveLength(1)
  })
})
