import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { createDatabase } from '../database/sql.ts'
import { createLog } from '../log.ts'
import { openTestCore, type TestCore } from '../testing/open-test-core.ts'
import { createUpdates, type Handled } from './handle-updates.ts'
import { openIntake } from './open-intake.ts'
import type { RawCall } from './raw-call.ts'

let test: TestCore
beforeAll(async () => {
  test = await openTestCore()
})
afterAll(() => test.close())
afterEach(() => test.rows('delete from inbound_event'))

const update = (id: number, lane: string | undefined, body = `update ${id}`): RawCall => ({
  source: 'telegram_staff',
  dedupeKey: Buffer.from(`u${id}`),
  body: Buffer.from(body),
  ...(lane === undefined ? {} : { lane }),
})

describe('the intake', () => {
  it('stores a call once, however many say it at once, and tells each of them that it is kept', async () => {
    await Promise.all(Array.from({ length: 50 }, () => test.core.intake.accept(update(1, 'a'))))
    expect(await test.rows('select body from inbound_event')).toEqual([{ body: Buffer.from('update 1') }])
  })

  it('keeps the exact bytes of many calls that share an insert, empty and binary ones too', async () => {
    const bodies = Array.from({ length: 700 }, (_, index) =>
      Buffer.from(Array.from({ length: index % 97 }, (_, at) => (at * 31 + index) % 256)),
    )
    await Promise.all(
      bodies.map((body, index) => test.core.intake.accept({ ...update(index, `l${index % 7}`), body })),
    )
    const rows = await test.rows<{ dedupe_key: Buffer; body: Buffer; lane: string }>(
      'select dedupe_key, body, lane from inbound_event',
    )
    const stored = new Map(rows.map((row) => [row.dedupe_key.toString(), row]))
    for (const [index, body] of bodies.entries()) {
      expect(stored.get(`u${index}`)?.body.equals(body)).toBe(true)
      expect(stored.get(`u${index}`)?.lane).toBe(`l${index % 7}`)
    }
  })

  it('says that a call is not kept when the database fails, and when it does not answer in time', async () => {
    const failing = openIntake({
      database: {
        ...createDatabase({} as never, {} as never),
        query: async () => Promise.reject(new Error('gone')),
      },
      onStored: () => undefined,
    })
    await expect(failing.accept(update(2, 'a'))).rejects.toMatchObject({ kind: 'unavailable' })
    const hanging = openIntake({
      database: {
        ...createDatabase({} as never, {} as never),
        query: () => new Promise<never>(() => undefined),
      },
      onStored: () => undefined,
      deadline: 30,
    })
    await expect(hanging.accept(update(3, 'a'))).rejects.toMatchObject({ kind: 'unavailable' })
  })

  it('turns calls away instead of filling the memory when too much waits', async () => {
    const hanging = openIntake({
      database: {
        ...createDatabase({} as never, {} as never),
        query: () => new Promise<never>(() => undefined),
      },
      onStored: () => undefined,
      deadline: 50,
    })
    const large = Buffer.alloc(3 * 1024 * 1024)
    const results = await Promise.allSettled(
      Array.from({ length: 40 }, (_, index) => hanging.accept({ ...update(index, 'a'), body: large })),
    )
    const codes = results.map((result) => (result.status === 'rejected' ? result.reason.code : 'kept'))
    expect(codes.filter((code) => code === 'inbox-full')).toHaveLength(40 - 21)
  })
})

describe('updates', () => {
  const seen: string[] = []
  const runner = (handle: (text: string) => Promise<unknown>) =>
    createUpdates({
      database: test.core.database,
      source: 'telegram_staff',
      handle: async (body) => (await handle(body.toString())) as Handled,
      log: createLog('silent'),
      onFree: () => undefined,
    })
  const drain = async (...runners: ReturnType<typeof runner>[]) => {
    for (let idle = 0; idle < 2; ) {
      const begun = await Promise.all(runners.map((one) => one.run()))
      await sleep(15)
      idle = begun.every((count) => count === 0) ? idle + 1 : 0
    }
  }
  afterEach(() => {
    seen.length = 0
  })

  it('of one chat are handled in order and one at a time, also by two processes', async () => {
    for (let id = 1; id <= 8; id += 1) await test.core.intake.accept(update(id, 'chat', `${id}`))
    let underway = 0
    const handle = async (text: string) => {
      underway += 1
      expect(underway).toBe(1)
      await sleep(3)
      underway -= 1
      seen.push(text)
    }
    await drain(runner(handle), runner(handle))
    expect(seen).toEqual(['1', '2', '3', '4', '5', '6', '7', '8'])
  })

  it('of other chats are not held up by one that hangs', async () => {
    await test.core.intake.accept(update(1, 'slow', 'slow'))
    for (let id = 2; id <= 6; id += 1) await test.core.intake.accept(update(id, `chat ${id}`, `quick ${id}`))
    let release: () => void = () => undefined
    const hang = new Promise<void>((resolve) => {
      release = resolve
    })
    const one = runner(async (text) => {
      if (text === 'slow') await hang
      seen.push(text)
    })
    await drain(one)
    expect(seen).toHaveLength(5)
    release()
    await one.settled()
    expect(seen).toContain('slow')
  })

  it('that fail are tried again later, and are put away as dead with their error in the end', async () => {
    await test.core.intake.accept(update(1, 'chat'))
    let tries = 0
    const one = runner(async () => {
      tries += 1
      throw new Error('no')
    })
    for (let round = 0; round < 20; round += 1) {
      await test.rows('update inbound_event set due_at = now()')
      await drain(one)
    }
    const [row] = await test.rows('select state, attempts, last_error from inbound_event')
    expect(row).toEqual({ state: 'dead', attempts: tries, last_error: 'no' })
    expect(tries).toBeGreaterThan(3)
  })

  it('that held a secret are emptied once they are handled, and when they are given up', async () => {
    const left = () => test.rows('select state, convert_from(body, $1) as body from inbound_event', ['UTF8'])
    await test.core.intake.accept(update(1, 'chat', 'a secret'))
    await drain(runner(async () => ({ forget: true })))
    expect(await left()).toEqual([{ state: 'done', body: '{}' }])
    await test.rows('delete from inbound_event')
    await test.core.intake.accept(update(2, 'chat', 'a secret'))
    const failing = runner(async () => {
      throw Object.assign(new Error('no'), { forget: true })
    })
    await drain(failing)
    expect(await left()).toMatchObject([{ state: 'pending', body: 'a secret' }])
    for (let round = 0; round < 8; round += 1) {
      await test.rows('update inbound_event set due_at = now()')
      await drain(failing)
    }
    expect(await left()).toEqual([{ state: 'dead', body: '{}' }])
  })

  it('that a killed process was handling are taken over when its lease has run out', async () => {
    await test.core.intake.accept(update(1, 'chat', 'orphan'))
    const killed = runner(() => new Promise<void>(() => undefined))
    await killed.run()
    const heir = runner(async (text) => void seen.push(text))
    await drain(heir)
    expect(seen).toEqual([])
    await test.rows(`update inbound_event set due_at = now() - interval '1 second'`)
    await drain(heir)
    expect(seen).toEqual(['orphan'])
  })
  it('at which the process dies each time are given up, and the chat goes on', async () => {
    await test.core.intake.accept(update(1, 'chat', 'deadly'))
    await test.core.intake.accept(update(2, 'chat', 'behind'))
    const killed = runner(() => new Promise<void>(() => undefined))
    const due = () => test.rows(`update inbound_event set due_at = now() - interval '1 second'`)
    for (let death = 0; death < 6; death += 1) {
      await killed.run()
      await due()
    }
    await drain(runner(async (text) => void seen.push(text)))
    expect(seen).toEqual(['behind'])
    expect(await test.rows('select state from inbound_event order by id')).toEqual([
      { state: 'dead' },
      { state: 'done' },
    ])
  })
})
