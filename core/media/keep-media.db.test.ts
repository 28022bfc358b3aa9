import { createHash } from 'node:crypto'
import { mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest'
import type { Asked, ChannelPort, MediaSource } from '../channels/channel-port.ts'
import type { InboundAttachment } from '../channels/inbound-item.ts'
import type { Database } from '../database/sql.ts'
import { createLog } from '../log.ts'
import { newId } from '../new-id.ts'
import { createVault } from '../secrets/vault.ts'
import { connectNetwork } from '../testing/connect-network.ts'
import { openTestCore, type TestCore, testKey } from '../testing/open-test-core.ts'
import { inboundMessage, somePerson, writeIn } from '../testing/write-in.ts'
import { claimMedia } from './claim-media.ts'
import { createDiskStore } from './create-disk-store.ts'
import { createFiles } from './create-files.ts'
import { holdLease } from './hold-lease.ts'
import { createKeeper, type KeeperOptions } from './keep-media.ts'
import { sweepMedia } from './sweep-media.ts'
import { pngOf } from './testing/images.ts'

const folder = mkdtempSync(join(tmpdir(), 'parley-media-'))
const incoming = join(folder, 'incoming')
const store = createDiskStore(join(folder, 'store'))
const picture = pngOf(800, 600)
const failure = { code: '131052', title: 'Media download error' }

let test: TestCore
let gym: Awaited<ReturnType<TestCore['makeOrganization']>>
let origin: string
let cdn: RequestListener
const server = createServer((request, response) => cdn(request, response))
const asked: InboundAttachment[] = []
let answer: (file: InboundAttachment) => Asked<MediaSource>
const found = (file: InboundAttachment): Asked<MediaSource> => ({
  outcome: 'found',
  value: {
    url: `${origin}/${file.mediaId}`,
    headers: { authorization: 'Bearer x' },
    tokenOrigins: [origin],
    trustedOrigins: [origin],
    mime: 'image/jpeg',
  },
})
const network: ChannelPort = {
  network: 'whatsapp',
  can: new Set(['text']),
  replyWindowHours: 24,
  limits: { text: { max: 4096, unit: 'characters' }, caption: 1024, files: {} },
  pace: { perSecond: 80 },
  send: async () => ({ outcome: 'sent', externalId: newId() }),
  async fetchMedia(account, file) {
    expect(account.token).toMatch(/^token of (Atlas Gym|Harbour Bakery)$/)
    asked.push(file)
    return answer(file)
  },
}

beforeAll(async () => {
  test = await openTestCore({ channels: [network] })
  gym = await test.makeOrganization('Atlas Gym', '1001')
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(async () => {
  await test.close()
  server.closeAllConnections()
  await new Promise((resolve) => server.close(resolve))
  rmSync(folder, { recursive: true })
})
beforeEach(() => {
  answer = found
  cdn = (_request, response) => response.end(picture)
})
afterEach(async () => {
  asked.length = 0
  await test.rows('delete from attachment')
  await test.rows('delete from domain_event')
  await test.rows(`update channel_account set state = 'active'`)
})

const released: string[] = []
const keeper = (more: Partial<KeeperOptions> = {}) =>
  createKeeper({
    database: test.core.database,
    vault: createVault([testKey]),
    channels: [network],
    fetchers: [{ origin: 'telegram_staff', fetchMedia: async (file) => answer(file) }],
    subscriptions: [],
    store,
    incoming,
    maxMb: 100,
    log: createLog('silent'),
    onFree: () => undefined,
    onRecorded: () => undefined,
    onReleased: () => void released.push('send'),
    ...more,
  })
async function keepAll(more: Partial<KeeperOptions> = {}) {
  for (let idle = 0; idle < 2; ) {
    const runner = keeper(more)
    const begun = await runner.run()
    await until(
      async () => (await test.rows('select 1 from attachment where lease_token is not null')).length === 0,
    )
    await runner.settled()
    idle = begun === 0 ? idle + 1 : 0
  }
}
async function until(isSo: () => Promise<boolean> | boolean) {
  for (let round = 0; !(await isSo()); round += 1) {
    if (round > 1_000) throw new Error('It never became so.')
    await sleep(5)
  }
}

const file = (more: Partial<InboundAttachment> = {}): InboundAttachment => ({
  kind: 'image',
  mediaId: newId(),
  mime: 'image/jpeg',
  ...more,
})
const receive = (...attachments: InboundAttachment[]) => receiveAt('1001', ...attachments)
const bakeryOf = (test: TestCore) => test.makeOrganization('Harbour Bakery', newId())
async function receiveAt(account: string, ...attachments: InboundAttachment[]) {
  const message = inboundMessage(account, { person: somePerson(), kind: 'image', attachments })
  const { messageId, leadId } = await writeIn(test, [message])
  return { messageId, leadId, ids: (await attachmentsOf(messageId)).map(({ id }) => id) }
}
interface Row {
  [column: string]: unknown
  id: string
  state: string
  store_key: string | null
  last_error: { code: string } | null
}
const attachmentsOf = (messageId: string) =>
  test.rows<Row>('select * from attachment where message_id = $1 order by id', [messageId])
const stateOf = async (id: string | undefined) =>
  (await test.rows<Row>('select * from attachment where id = $1', [id]))[0]
const events = (type: string) =>
  test.rows<{ data: Record<string, unknown> }>('select data from domain_event where type = $1', [type])
/** So much time passes, for everything that waits. */
const pass = (hours: number) =>
  test.rows(
    `update attachment set due_at = due_at - make_interval(secs => $1),
     trying_since = trying_since - make_interval(secs => $1), lease_until = lease_until - make_interval(secs => $1)`,
    [hours * 3600],
  )

it('keeps the file of a message, and tells of it', async () => {
  const { messageId, leadId, ids } = await receive(file({ fileName: 'form.png' }))
  await keepAll()
  expect(await stateOf(ids[0])).toMatchObject({
    state: 'stored',
    stored_mime: 'image/png',
    mime: 'image/jpeg',
    size: String(picture.length),
    sha256: createHash('sha256').update(picture).digest('hex'),
    width: 800,
    height: 600,
    lease_token: null,
  })
  expect(await events('attachment.stored')).toEqual([{ data: { messageId, leadId, attachmentId: ids[0] } }])
  const files = createFiles({
    database: test.core.database,
    store,
    keys: [testKey],
    publicUrl: () => 'https://desk.example.org/',
  })
  expect((await files.read(gym.organizationId, ids[0] ?? '')).equals(picture)).toBe(true)
  const link = files.link(gym.organizationId, ids[0] ?? '')
  expect(link).toMatch(/^https:\/\/desk\.example\.org\/media\/[\w-]{94}$/)
  expect(await files.follow(link.split('/').at(-1) ?? '')).toMatchObject({
    fileName: 'form.png',
    kind: 'image',
  })
  expect(readdirSync(incoming)).toEqual([])
})

it('gives no file to another organization, by its id or by a link', async () => {
  const other = await bakeryOf(test)
  const { ids } = await receive(file())
  await keepAll()
  const files = createFiles({
    database: test.core.database,
    store,
    keys: [testKey],
    publicUrl: () => 'https://desk.example.org',
  })
  await expect(files.read(other.organizationId, ids[0] ?? '')).rejects.toMatchObject({ kind: 'not-found' })
  const token =
    files
      .link(other.organizationId, ids[0] ?? '')
      .split('/')
      .at(-1) ?? ''
  expect(await files.follow(token)).toBeUndefined()
  await expect(
    test.desk.ask(other.owner, 'findAttachment', { attachmentId: ids[0] ?? '' }),
  ).rejects.toMatchObject({
    code: 'attachment-not-found',
  })
  expect(await test.desk.ask(gym.owner, 'findAttachment', { attachmentId: ids[0] ?? '' })).toMatchObject({
    state: 'stored',
    mime: 'image/png',
    size: picture.length,
    isOversized: false,
  })
})

it('fetches each file once when two processes work on the same queue', async () => {
  for (let count = 0; count < 6; count += 1) await receive(file(), file())
  await Promise.all([keepAll(), keepAll(), keepAll()])
  expect(asked).toHaveLength(12)
  expect(await events('attachment.stored')).toHaveLength(12)
})

it('loses no file when nothing can be downloaded for a day', async () => {
  const { ids } = await receive(file(), file())
  cdn = (_request, response) => {
    response.writeHead(503)
    response.end()
  }
  for (let hour = 0; hour < 24; hour += 0.5) {
    await keepAll()
    await pass(0.5)
  }
  expect((await stateOf(ids[0]))?.last_error).toMatchObject({ code: 'http-503' })
  expect(await events('attachment.lost')).toEqual([])
  cdn = (_request, response) => response.end(picture)
  await pass(1)
  await keepAll()
  for (const id of ids) expect(await stateOf(id)).toMatchObject({ state: 'stored' })
}, 60_000)

it('gives a file up after a week of trouble, and says so once', async () => {
  const { ids } = await receive(file())
  answer = () => ({ outcome: 'later', failure })
  await keepAll()
  await test.rows(`update attachment set trying_since = now() - interval '8 days', due_at = now()`)
  await keepAll()
  expect(await stateOf(ids[0])).toMatchObject({ state: 'lost' })
  expect(await events('attachment.lost')).toMatchObject([{ data: { attachmentId: ids[0], failure } }])
})

it('does not hold it against a file that nobody tried for days', async () => {
  const { ids } = await receive(file())
  answer = () => ({ outcome: 'later', failure })
  await keepAll()
  await pass(30 * 24)
  await keepAll()
  expect(await stateOf(ids[0])).toMatchObject({ state: 'waiting', attempts: 1 })
})

it('believes the network that there is no such file', async () => {
  const { ids } = await receive(file())
  answer = () => ({ outcome: 'gone', failure })
  await keepAll()
  expect(await stateOf(ids[0])).toMatchObject({ state: 'lost' })
  expect(asked).toHaveLength(1)
})

it('stops a channel whose token is dead, tells owners once, and fetches what waited when it is mended', async () => {
  const { ids } = await receive(file(), file())
  answer = () => ({ outcome: 'channel-stopped', failure: { code: '190', title: 'Token expired' } })
  await keepAll()
  expect(await events('channel.stopped')).toHaveLength(1)
  expect(await events('attachment.lost')).toEqual([])
  asked.length = 0
  await pass(24)
  await keepAll()
  expect(asked).toEqual([])
  answer = found
  await test.desk.perform(gym.owner, 'resumeChannel', { channelAccountId: gym.channelAccountId })
  await keepAll()
  for (const id of ids) expect(await stateOf(id)).toMatchObject({ state: 'stored' })
})

it('takes a file up again that a killed process had begun, and only after its lease', async () => {
  const { ids } = await receive(file())
  await test.rows(`update attachment set lease_token = $1, lease_until = now() + interval '1 minute'`, [
    newId(),
  ])
  const runner = keeper()
  expect(await runner.run()).toBe(0)
  await pass(0.1)
  expect(await runner.run()).toBe(1)
  await until(async () => (await stateOf(ids[0]))?.state === 'stored')
  await runner.settled()
})

it('writes nothing about a file that another process has taken over', async () => {
  const { ids } = await receive(file())
  cdn = async (_request, response) => {
    await test.rows('update attachment set lease_token = $1', [newId()])
    response.end(picture)
  }
  const runner = keeper()
  await runner.run()
  await until(() => asked.length === 1)
  await sleep(100)
  await runner.settled()
  expect(await stateOf(ids[0])).toMatchObject({ state: 'waiting' })
  expect(await events('attachment.stored')).toEqual([])
})

it('lets go of long downloads at once when the process stops, for the next one to begin', async () => {
  const bakery = await bakeryOf(test)
  await receive(...Array.from({ length: 9 }, () => file()))
  await receiveAt(bakery.account, ...Array.from({ length: 9 }, () => file()))
  cdn = (_request, response) => void response.write('x')
  const runner = keeper()
  while ((await runner.run()) > 0);
  await until(() => readdirSync(incoming).length === 8)
  const began = Date.now()
  // All places are taken: the worker is not held up until one is free.
  expect(await runner.run()).toBe(0)
  await runner.settled()
  expect(Date.now() - began).toBeLessThan(2_000)
  expect(
    await test.rows(`select 1 from attachment where state = 'waiting' and lease_token is null`),
  ).toHaveLength(18)
  expect(readdirSync(incoming)).toEqual([])
})

it('fetches the files of other channels while the host of one hangs', async () => {
  const bakery = await bakeryOf(test)
  await receive(...Array.from({ length: 20 }, () => file()))
  cdn = (request, response) => void (request.url === '/prompt' ? response.end(picture) : response.write('x'))
  const runner = keeper()
  while ((await runner.run()) > 0);
  const { ids } = await receiveAt(bakery.account, file({ mediaId: 'prompt' }))
  await runner.run()
  await until(async () => (await stateOf(ids[0]))?.state === 'stored')
  await runner.settled()
})

it('refuses what is larger than its kind may be, without loading it', async () => {
  const { ids } = await receive(file())
  answer = (asked) => {
    const source = found(asked)
    return source.outcome === 'found' ? { ...source, value: { ...source.value, size: 20_000_001 } } : source
  }
  cdn = () => {
    throw new Error('nobody should come')
  }
  await keepAll()
  expect(await stateOf(ids[0])).toMatchObject({ state: 'lost', last_error: { code: 'too-large' } })
})

it('removes the bytes of what was erased, also when they were written at that very moment', async () => {
  const { ids } = await receive(file())
  cdn = async (_request, response) => {
    await test.rows(`update attachment set state = 'erased'`)
    response.end(picture)
  }
  const runner = keeper()
  await runner.run()
  await until(async () => (await stateOf(ids[0]))?.lease_until === null)
  await runner.settled()
  const key = `${gym.organizationId}/${ids[0]}`
  const written = await store.open(key)
  expect(written).toBeDefined()
  written?.stream.destroy()
  expect(await sweepMedia({ database: test.core.database, store, incoming })).toBe(1)
  expect(await store.open(key)).toBeUndefined()
  expect(await stateOf(ids[0])).toMatchObject({ state: 'erased', store_key: null })
  expect(await sweepMedia({ database: test.core.database, store, incoming })).toBe(0)
})

it('removes the bytes of a lost file that an attempt had stored before it was cut off', async () => {
  const { ids } = await receive(file())
  const key = `${gym.organizationId}/${ids[0]}`
  await store.put(key, picture, { mime: 'image/png', size: picture.length })
  answer = () => ({ outcome: 'gone', failure })
  await keepAll()
  await sweepMedia({ database: test.core.database, store, incoming })
  expect(await store.open(key)).toBeUndefined()
})

it('clears away what a killed process left half loaded, and nothing that is being loaded', async () => {
  const old = join(incoming, 'old')
  const fresh = join(incoming, 'fresh')
  for (const path of [old, fresh]) writeFileSync(path, 'half')
  const yesterday = new Date(Date.now() - 86_400_000)
  utimesSync(old, yesterday, yesterday)
  await sweepMedia({ database: test.core.database, store, incoming })
  expect(readdirSync(incoming)).toEqual(['fresh'])
  rmSync(fresh)
})

it('takes the newest file first, and still the oldest among every few', async () => {
  for (let count = 0; count < 40; count += 1) await receive(file({ mediaId: String(count) }))
  await test.rows(`update attachment set due_at = now() - make_interval(mins => 41 - network_media_id::int)`)
  // Which of the two it is, is drawn: here every fourth draw is for the oldest, so that no run is unlucky.
  let drawn = 0
  const draws = vi.spyOn(Math, 'random').mockImplementation(() => (drawn++ % 4) / 4)
  await keepAll()
  draws.mockRestore()
  const order = asked.map(({ mediaId }) => Number(mediaId))
  expect(order).toHaveLength(40)
  const half = order.slice(0, 20)
  expect(half.filter((number) => number >= 20).length).toBeGreaterThan(8)
  expect(Math.min(...half)).toBeLessThan(5)
})

it('asks the staff bot for what staff sent, whatever becomes of the customer’s channel', async () => {
  const { ids } = await receive(file())
  await test.rows(`update attachment set origin = 'telegram_staff'`)
  await test.rows(`update channel_account set state = 'stopped'`)
  await keepAll()
  expect(await stateOf(ids[0])).toMatchObject({ state: 'stored' })
  expect(asked).toEqual([])
})

/** The database, telling how it finds things instead of what it finds. */
const explained = (plans: string[]): Database => ({
  ...test.core.database,
  transaction: (scope, work) =>
    test.core.database.transaction(scope, (sql) =>
      work({
        enter: sql.enter,
        async query(text, values) {
          const rows = await sql.query<{ 'QUERY PLAN': string }>(`explain (analyze) ${text}`, values)
          plans.push(...rows.map((row) => row['QUERY PLAN']))
          return []
        },
      }),
    ),
})

it('finds what is due at once, however much waits for a channel that is stopped', async () => {
  const stopped = await connectNetwork(test, gym.organizationId, 'instagram')
  const { ids } = await receive(file())
  await test.rows(
    `insert into attachment (organization_id, id, message_id, kind, network_media_id, channel_account_id, due_at)
     select organization_id, gen_random_uuid(), message_id, kind, 'held', $1, now() - make_interval(secs => nr)
     from attachment, generate_series(1, 50000) nr where id = $2`,
    [stopped, ids[0]],
  )
  await test.rows(`update channel_account set state = 'stopped' where id = $1`, [stopped])
  await test.rows(`update attachment set due_at = now() - interval '10 hours' where id = $1`, [ids[0]])
  await test.rows('analyze attachment')
  const plans: string[] = []
  await claimMedia(explained(plans), 2, [])
  const removed = plans.flatMap((line) => /Rows Removed by Filter: (\d+)/.exec(line)?.[1] ?? [])
  expect(removed.filter((rows) => Number(rows) > 100)).toEqual([])
  await test.rows('update attachment set lease_until = null where id = $1', [ids[0]])
  await keepAll()
  expect(await stateOf(ids[0])).toMatchObject({ state: 'stored' })
  await test.rows(`delete from attachment where network_media_id = 'held'`)
})

it('sends an answer when all of its files are there, and fails it with the reason when one will not come', async () => {
  const { leadId } = await writeIn(test, [inboundMessage('1001', { person: somePerson() })])
  const queue = async (...mediaIds: string[]) => {
    const messageId = newId()
    await test.rows(
      `with c as (select * from conversation where lead_id = $3), m as (
         insert into message (organization_id, id, conversation_id, lead_id, channel_account_id, direction, kind, status)
         select organization_id, $2, id, $3, channel_account_id, 'outbound', 'image', 'queued' from c)
       insert into outbound_send (organization_id, message_id, conversation_id, channel_account_id, due_at)
       select $1, $2, id, channel_account_id, 'infinity' from c`,
      [gym.organizationId, messageId, leadId],
    )
    await test.rows(
      `insert into attachment (organization_id, id, message_id, kind, origin, network_media_id, channel_account_id)
       select $1, gen_random_uuid(), $2, 'image', 'telegram_staff', media_id, $4 from unnest($3::text[]) media_id`,
      [gym.organizationId, messageId, mediaIds, gym.channelAccountId],
    )
    return messageId
  }
  const sendOf = async (messageId: string) =>
    (
      await test.rows(`select due_at <= now() as due from outbound_send where message_id = $1`, [messageId])
    )[0]
  const whole = await queue('a', 'b')
  const broken = await queue('c', 'gone')
  const slow = await queue('d', 'later')
  answer = (asked) =>
    asked.mediaId === 'gone'
      ? { outcome: 'gone', failure }
      : asked.mediaId === 'later'
        ? { outcome: 'later', failure }
        : found(asked)
  released.length = 0
  await keepAll()
  expect(await sendOf(whole)).toEqual({ due: true })
  expect(await sendOf(slow)).toEqual({ due: false })
  expect(await sendOf(broken)).toBeUndefined()
  const [message] = await test.rows('select status, failure from message where id = $1', [broken])
  expect(message).toEqual({ status: 'failed', failure })
  expect(released).not.toEqual([])
  // A file that has been asked for twice in vain does not hold up the others of its album any more.
  const albumOf = async () =>
    (await test.rows(`select album from outbound_send where message_id = $1`, [slow]))[0]
  await test.rows(`update outbound_send set album = 'g' where message_id = $1`, [slow])
  await test.rows(`update attachment set attempts = 0, due_at = now() where network_media_id = 'later'`)
  await keepAll()
  expect(await albumOf()).toEqual({ album: 'g' })
  await test.rows(`update attachment set due_at = now() where network_media_id = 'later'`)
  await keepAll()
  expect(await albumOf()).toEqual({ album: null })
  await test.rows('delete from outbound_send')
})

it('stores what a network says with characters that no database takes', async () => {
  const { ids } = await receive(file(), file())
  answer = (asked) => {
    const source = found(asked)
    if (source.outcome !== 'found') return source
    return { ...source, value: { ...source.value, fileName: 'a\u0000b\ud800.png' } }
  }
  await test.rows(`update attachment set file_name = null, mime = null`)
  await keepAll()
  expect(await stateOf(ids[0])).toMatchObject({
    state: 'stored',
    file_name: 'ab\ufffd.png',
    mime: 'image/jpeg',
  })
  const second = await receive(file())
  answer = () => ({ outcome: 'gone', failure: { code: 'x\u0000', title: '\u0000' } })
  await keepAll()
  expect(await stateOf(second.ids[0])).toMatchObject({ state: 'lost', last_error: { code: 'x' } })
})

it('keeps the files that a process of the version before this one adds', async () => {
  const { messageId } = await receive()
  await test.rows(
    `insert into attachment (organization_id, id, message_id, kind, network_media_id) values ($1, $2, $3, 'image', 'm')`,
    [gym.organizationId, newId(), messageId],
  )
  await keepAll()
  expect(await attachmentsOf(messageId)).toMatchObject([
    { state: 'stored', channel_account_id: gym.channelAccountId },
  ])
})

it('holds its lease for as long as a download takes, and learns when it has lost it', async () => {
  const { ids } = await receive(file())
  const media = { organization_id: gym.organizationId, id: ids[0] ?? '', lease_token: newId() }
  await test.rows('update attachment set lease_token = $1, lease_until = now()', [media.lease_token])
  const lease = holdLease(test.core.database, media, 20)
  await until(
    async () =>
      (await test.rows(`select 1 from attachment where lease_until > now() + interval '50 s'`)).length > 0,
  )
  expect(lease.signal.aborted).toBe(false)
  await test.rows('update attachment set lease_token = $1', [newId()])
  await until(() => lease.signal.aborted)
  await lease.release()
})
