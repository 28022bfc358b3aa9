import { Readable } from 'node:stream'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { AlbumOutcome, OutboundMessage, SendOutcome } from '../channels/channel-port.ts'
import type { FileKind } from '../channels/inbound-item.ts'
import type { Database } from '../database/sql.ts'
import { createLog } from '../log.ts'
import { newId } from '../new-id.ts'
import { createVault } from '../secrets/vault.ts'
import { createTestPort } from '../testing/create-test-port.ts'
import { openTestCore, type TestCore, testKey } from '../testing/open-test-core.ts'
import { inboundMessage, writeIn } from '../testing/write-in.ts'
import { failSends } from './fail-sends.ts'
import { leaveAlbum } from './leave-album.ts'
import { releaseSends } from './release-sends.ts'
import { createSender } from './send-messages.ts'

/** All calls in their order: an album is one, with all its messages. */
const calls: OutboundMessage[][] = []
let answerAlbum: (messages: readonly OutboundMessage[]) => Promise<AlbumOutcome>
let answer: (message: OutboundMessage) => Promise<SendOutcome>
const failure = { code: '400', title: 'Wrong file' }
const files = { image: { maxBytes: 5_000_000 }, document: { maxBytes: 5_000_000 } }
const limits = { text: { max: 4096, unit: 'characters' as const }, caption: 1024, files }
const send = (_account: unknown, message: OutboundMessage) => {
  calls.push([message])
  return answer(message)
}
const channels = [
  createTestPort({
    network: 'telegram',
    limits,
    can: new Set(['text', 'file', 'revoke']),
    pace: { perSecond: 10_000, person: { everyMs: 1_000, burst: 3 } },
    send,
    albums: {
      max: 10,
      maxBytes: 20_000_000,
      together: [['image', 'video'], ['document']],
      send(_account, messages) {
        calls.push([...messages])
        return answerAlbum(messages)
      },
    },
  }),
  createTestPort({ send, limits }),
]

let test: TestCore
let gym: Awaited<ReturnType<TestCore['makeOrganization']>>

beforeAll(async () => {
  test = await openTestCore({ channels })
  gym = await test.makeOrganization('Atlas Gym', '1001')
  const account = { network: 'telegram', externalId: 'telegram-1', name: 'Telegram', token: 'a token' }
  await test.desk.perform(gym.system, 'connectChannel', account)
})
afterAll(() => test.close())
beforeEach(async () => {
  calls.length = 0
  answer = async ({ id }) => ({ outcome: 'sent', externalId: `out:${id}` })
  answerAlbum = async (messages) => ({
    outcome: 'sent',
    externalIds: messages.map(({ id }) => `out:${id}`),
  })
  await test.rows('delete from outbound_send')
  await test.rows(`update channel_pace set paced_until = '-infinity'`)
})

const sender = (database: Database = test.core.database) =>
  createSender({
    database,
    channels,
    vault: createVault([testKey]),
    files: { open: async () => Readable.from([Buffer.from('bytes')]), link: () => '' },
    subscriptions: [{ name: 'ticks', types: ['message.delivery-changed'] }],
    log: createLog('silent'),
    onFree: () => undefined,
    onRecorded: () => undefined,
  })

async function sendAll(runner = sender()) {
  for (let idle = 0; idle < 2; ) {
    const begun = await runner.run()
    await runner.settled()
    idle = begun === 0 ? idle + 1 : 0
  }
}

const writes = (network: 'telegram' | 'whatsapp' = 'telegram') => {
  const person = { identities: [{ kind: 'telegram_user' as const, value: newId() }], name: 'Lina' }
  const [account, more] = network === 'telegram' ? ['telegram-1', { network, person }] : ['1001', {}]
  return writeIn(test, [inboundMessage(account, more)])
}

let place = 0
const nextPlace = () => {
  place += 1
  return place
}
async function part(
  leadId: string,
  message: number,
  kind: FileKind = 'image',
  album = 'g',
  caption?: string,
) {
  const file = {
    kind,
    mime: 'image/jpeg',
    fileName: 'a.jpg',
    size: 500_000,
    source: { network: 'telegram_staff' as const, mediaId: `file-${message}` },
  }
  const { messageId } = await test.desk.perform(gym.owner, 'queueReply', {
    leadId,
    origin: { account: '7', chat: '9', message },
    content: { kind: 'files', files: [file], ...(caption ? { caption } : {}) },
    album,
  })
  return messageId
}
const text = async (leadId: string, body: string) =>
  (
    await test.desk.perform(gym.owner, 'queueReply', {
      leadId,
      body,
      origin: { account: '7', chat: '9', message: nextPlace() },
    })
  ).messageId
const inOrganization = <T>(work: Parameters<typeof test.core.database.transaction<T>>[1]) =>
  test.core.database.transaction({ organizationId: gym.organizationId }, work)

async function stored(...messageIds: string[]) {
  await test.rows(`update attachment set state = 'stored' where message_id = any($1)`, [messageIds])
  return inOrganization((sql) => releaseSends(sql, gym.organizationId, messageIds))
}
/** The moment is over in which another part might have followed, and the person may be written to again. */
async function quiet() {
  await test.rows(`update send_lane set paced_until = '-infinity'`)
  await test.rows(`update outbound_send set due_at = now() - interval '1 ms' where due_at < 'infinity'`)
}
/** An album of so many, whose files are there, in quiet. */
async function album(leadId: string, size: number) {
  const ids: string[] = []
  for (let index = 0; index < size; index += 1) ids.push(await part(leadId, nextPlace(), 'image', 'whole'))
  await stored(...ids)
  await quiet()
  return ids
}
const states = async (ids: string[]) =>
  (
    await test.rows<{ status: string; external_id: string | null }>(
      `select m.status, m.external_id from unnest($1::uuid[]) with ordinality as i(id, nr)
       join message m on m.id = i.id order by i.nr`,
      [ids],
    )
  ).map(({ status, external_id: externalId }) => [status, externalId])
const called = () => calls.map((messages) => messages.map(({ id }) => id))

describe('an album', () => {
  it('is one call with what the member sent, in his order, and each part has its own id and its own end', async () => {
    const { leadId } = await writes()
    const first = nextPlace()
    nextPlace()
    const third = nextPlace()
    // Telegram brings the parts in any order.
    const c = await part(leadId, third)
    const a = await part(leadId, first, 'image', 'g', 'Our hall')
    const b = await part(leadId, first + 1)
    await stored(c, a, b)
    await quiet()
    await sendAll()
    expect(called()).toEqual([[a, b, c]])
    expect(calls[0]?.map(({ content }) => 'caption' in content && content.caption)).toEqual([
      'Our hall',
      false,
      false,
    ])
    expect(await states([a, b, c])).toEqual([a, b, c].map((id) => ['sent', `out:${id}`]))
    const told = await test.rows<{ id: string }>(
      `select e.data->>'messageId' as id from domain_event e
       where e.type = 'message.delivery-changed' and e.data->>'messageId' = any($1)`,
      [[a, b, c]],
    )
    expect(told.map(({ id }) => id).toSorted()).toEqual([a, b, c].toSorted())
    expect(await test.rows('select 1 from outbound_send')).toEqual([])
  })

  it('waits until no other part follows, and what is written after it waits behind it, also behind a part that comes later', async () => {
    const { leadId } = await writes()
    const [a, b] = [await part(leadId, nextPlace()), await part(leadId, nextPlace())]
    expect(await stored(a)).toBeGreaterThan(500)
    const words = await text(leadId, 'As you see')
    await sendAll()
    expect(calls).toEqual([])
    // The moment of the first is over, and the file of the second is not there yet.
    await quiet()
    await sendAll()
    expect(calls).toEqual([])
    const c = await part(leadId, nextPlace())
    await stored(b, c)
    await sendAll()
    expect(calls).toEqual([])
    await quiet()
    await sendAll()
    await quiet()
    await sendAll()
    expect(called()).toEqual([[a, b, c], [words]])
  })

  it('goes without a part that comes when it is on its way; that one goes by itself, after it', async () => {
    const { leadId } = await writes()
    const ids = await album(leadId, 2)
    let late = ''
    answerAlbum = async (messages) => {
      late = await part(leadId, nextPlace(), 'image', 'whole')
      await stored(late)
      return { outcome: 'sent', externalIds: messages.map(({ id }) => `out:${id}`) }
    }
    await sendAll()
    await quiet()
    await sendAll()
    expect(called()).toEqual([ids, [late]])
    expect(await states([late])).toEqual([['sent', `out:${late}`]])
  })

  it('goes without a part whose file will not come, is taken back or is gone from the store; one that is left goes alone', async () => {
    const { leadId } = await writes()
    const [a = '', b = '', c = '', d = '', e = ''] = await album(leadId, 5)
    await inOrganization((sql) => failSends(sql, gym.organizationId, [b], failure))
    await test.desk.perform(gym.owner, 'queueReply', {
      leadId,
      origin: { account: '7', chat: '9', message: nextPlace() },
      content: { kind: 'revoke', target: c },
    })
    await test.rows(`update attachment set state = 'erased' where message_id = $1`, [e])
    await sendAll()
    expect(called()).toEqual([[a, d]])
    expect((await states([a, b, c, d, e])).map(([status]) => status)).toEqual([
      'sent',
      'failed',
      'failed',
      'sent',
      'failed',
    ])
    const [f = '', g = ''] = await album(leadId, 2)
    await inOrganization((sql) => failSends(sql, gym.organizationId, [f], failure))
    calls.length = 0
    const runner = sender()
    await sendAll(runner)
    expect(called()).toEqual([[g]])
    expect(await states([g])).toEqual([['sent', `out:${g}`]])
  })

  it('is as many albums as there are sorts of files that may stand together', async () => {
    const { leadId } = await writes()
    const kinds = ['image', 'document', 'image', 'document', 'image'] as const
    const ids: string[] = []
    for (const kind of kinds) ids.push(await part(leadId, nextPlace(), kind))
    await stored(...ids)
    await quiet()
    await sendAll()
    await quiet()
    await sendAll()
    expect(called()).toEqual([
      [ids[0], ids[2], ids[4]],
      [ids[1], ids[3]],
    ])
  })

  it('that an answer holds from the beginning goes as one too', async () => {
    const { leadId } = await writes()
    const file = (mediaId: string) => ({
      kind: 'image' as const,
      mime: 'image/jpeg',
      fileName: 'a.jpg',
      size: 9,
      source: { network: 'telegram_staff' as const, mediaId },
    })
    const { messageIds } = await test.desk.perform(gym.owner, 'queueReply', {
      leadId,
      origin: { account: '7', chat: '9', message: nextPlace() },
      content: { kind: 'files', files: [file('x'), file('y')], caption: 'Both' },
    })
    await stored(...messageIds)
    await quiet()
    await sendAll()
    expect(called()).toEqual([messageIds])
  })

  it('goes part by part, in order, where the network has no albums', async () => {
    const { leadId } = await writes('whatsapp')
    const ids = [await part(leadId, nextPlace()), await part(leadId, nextPlace())]
    await stored(...ids)
    await sendAll()
    expect(calls).toEqual([])
    await quiet()
    await sendAll()
    expect(called()).toEqual(ids.map((id) => [id]))
  })

  it.each(['telegram', 'whatsapp'] as const)(
    'is taken back on %s as long as it waits, where a later part says that it is for the team; other messages go',
    async (network) => {
      const { leadId } = await writes(network)
      const ids = [await part(leadId, nextPlace()), await part(leadId, nextPlace())]
      const other = await part(leadId, nextPlace(), 'image', 'other')
      await stored(...ids, other)
      const callOff = (actor = gym.owner) =>
        test.desk.perform(actor, 'callOffAlbum', { leadId, origin: { account: '7', chat: '9' }, album: 'g' })
      await callOff()
      await callOff()
      await quiet()
      await sendAll()
      expect(called()).toEqual([[other]])
      expect((await states(ids)).map(([status]) => status)).toEqual(['failed', 'failed'])
    },
  )

  it('does not wait for a file that does not come for now: its part follows by itself, and what is written later after it', async () => {
    const { leadId } = await writes()
    const ids = [
      await part(leadId, nextPlace()),
      await part(leadId, nextPlace()),
      await part(leadId, nextPlace()),
    ]
    const words = await text(leadId, 'As you see')
    await stored(ids[0] ?? '', ids[1] ?? '')
    await quiet()
    const late = ids[2] ?? ''
    await inOrganization((sql) => leaveAlbum(sql, gym.organizationId, late))
    // Its lane is looked at again a millisecond later.
    await quiet()
    await sendAll()
    expect(called()).toEqual([[ids[0], ids[1]]])
    await quiet()
    await sendAll()
    expect(calls).toHaveLength(1)
    await stored(late)
    for (let again = 0; again < 2; again += 1) {
      await quiet()
      await sendAll()
    }
    expect(called()).toEqual([[ids[0], ids[1]], [late], [words]])
  })
})

describe('an album that does not arrive at once', () => {
  it('is sent by nobody again when its process is killed on the way: all its parts are unconfirmed', async () => {
    const { leadId } = await writes()
    const ids = await album(leadId, 3)
    answerAlbum = () => new Promise(() => undefined)
    await sender().run()
    await expect.poll(() => calls.length).toBe(1)
    expect((await states(ids)).map(([status]) => status)).toEqual(['sending', 'sending', 'sending'])
    const late = await part(leadId, nextPlace(), 'image', 'whole')
    await stored(late)
    await quiet()
    await test.rows(
      `update outbound_send set lease_until = now() - interval '1 s' where sending_at is not null`,
    )
    await sendAll()
    await quiet()
    await sendAll()
    expect(called()).toEqual([ids, [late]])
    expect(await states(ids)).toEqual(ids.map(() => ['unconfirmed', null]))
    expect(await states([late])).toEqual([['sent', `out:${late}`]])
  })

  it('is marked whole or not at all: a process that lost it before the call sends none of it', async () => {
    const { leadId } = await writes()
    const ids = await album(leadId, 3)
    let wake: () => void = () => undefined
    const asleep = new Promise<void>((resolve) => {
      wake = resolve
    })
    let transactions = 0
    const slow = sender({
      ...test.core.database,
      async transaction(scope, work) {
        transactions += 1
        // Between its claim and the transaction that marks the album as sending.
        if (transactions === 2) await asleep
        return test.core.database.transaction(scope, work)
      },
    })
    await slow.run()
    await test.rows(
      `update outbound_send set lease_until = now() - interval '1 s' where lease_until is not null`,
    )
    await sendAll()
    expect(called()).toEqual([ids])
    wake()
    await slow.settled()
    expect(called()).toEqual([ids])
    expect((await states(ids)).map(([status]) => status)).toEqual(['sent', 'sent', 'sent'])
  })

  it('is sent once when two processes drain the same queue', async () => {
    const albums: string[][] = []
    for (let lead = 0; lead < 6; lead += 1) albums.push(await album((await writes()).leadId, 3))
    await Promise.all([sendAll(), sendAll(), sendAll()])
    expect(called().toSorted()).toEqual(albums.toSorted())
  })

  it('is tried again as one where the network refuses for now, with the part that came meanwhile', async () => {
    const { leadId } = await writes()
    const ids = await album(leadId, 2)
    answerAlbum = async () => ({ outcome: 'refused-for-now', failure, afterMs: 60_000 })
    await sendAll()
    expect((await states(ids)).map(([status]) => status)).toEqual(['queued', 'queued'])
    await sendAll()
    expect(calls).toHaveLength(1)
    const [lane] = await test.rows<{ seconds: number }>(
      `select extract(epoch from due_at - now())::float8 as seconds from send_lane where due_at < 'infinity'`,
    )
    expect(lane?.seconds).toBeGreaterThan(50)
    const late = await part(leadId, nextPlace(), 'image', 'whole')
    await stored(late)
    answerAlbum = async (messages) => ({
      outcome: 'sent',
      externalIds: messages.map(({ id }) => `out:${id}`),
    })
    await quiet()
    await sendAll()
    expect(called()).toEqual([ids, [...ids, late]])
    expect((await states([...ids, late])).map(([status]) => status)).toEqual(['sent', 'sent', 'sent'])
  })

  it('is sent by nobody again when the network did not say whether it took it, or names too few messages', async () => {
    const { leadId } = await writes()
    const silent = await album(leadId, 2)
    answerAlbum = async () => ({ outcome: 'unconfirmed', failure })
    await sendAll()
    expect(await states(silent)).toEqual(silent.map(() => ['unconfirmed', null]))
    const ids = await album((await writes()).leadId, 2)
    answerAlbum = async () => ({ outcome: 'sent', externalIds: ['out:short'] })
    await sendAll()
    expect(await states(ids)).toEqual([
      ['sent', 'out:short'],
      ['unconfirmed', null],
    ])
    expect(calls).toHaveLength(2)
  })

  it('goes part by part where the network does not take it as one, so that only the part fails that is at fault', async () => {
    const { leadId } = await writes()
    const ids = await album(leadId, 3)
    answerAlbum = async () => ({ outcome: 'not-as-one', failure })
    answer = async ({ id }) =>
      id === ids[1] ? { outcome: 'refused', failure } : { outcome: 'sent', externalId: `out:${id}` }
    await sendAll()
    for (let again = 0; again < 3; again += 1) {
      await quiet()
      await sendAll()
    }
    expect(called()).toEqual([ids, ...ids.map((id) => [id])])
    expect((await states(ids)).map(([status]) => status)).toEqual(['sent', 'failed', 'sent'])
  })

  it('fails as one where the person cannot be reached at all', async () => {
    const { leadId } = await writes()
    const ids = await album(leadId, 3)
    answerAlbum = async () => ({ outcome: 'refused', failure })
    await sendAll()
    expect(called()).toEqual([ids])
    expect((await states(ids)).map(([status]) => status)).toEqual(['failed', 'failed', 'failed'])
  })
})

it('counts an album as what it is made of, for the person and for the account', async () => {
  const { leadId } = await writes()
  await test.rows(`update channel_pace set paced_until = now() - interval '1 hour'`)
  const began = Date.now()
  const ids = await album(leadId, 5)
  const words = await text(leadId, 'after it')
  await sendAll()
  expect(called()).toEqual([ids])
  // Three may come at once, then one each second.
  const [row] = await test.rows<{ due: Date; paced: Date }>(
    `select l.due_at as due, p.paced_until as paced from send_lane l
     join channel_pace p on p.channel_account_id = l.channel_account_id where l.due_at < 'infinity'`,
  )
  expect(row?.due.getTime()).toBeGreaterThan(began + 2_900)
  expect(row?.due.getTime()).toBeLessThan(Date.now() + 3_100)
  await quiet()
  await sendAll()
  expect(called()).toEqual([ids, [words]])
})

it('counts the bytes of all its files, and the weight of its lane is theirs', async () => {
  const { leadId } = await writes()
  const ids = [await part(leadId, nextPlace()), await part(leadId, nextPlace())]
  await test.rows('update attachment set size = 700000 where message_id = any($1)', [ids])
  await stored(...ids)
  const weight = async () =>
    (await test.rows<{ heavy: boolean }>(`select heavy from send_lane where due_at < 'infinity'`))[0]?.heavy
  expect(await weight()).toBe(true)
  await inOrganization((sql) => failSends(sql, gym.organizationId, [ids[1] ?? ''], failure))
  expect(await weight()).toBe(false)
})
