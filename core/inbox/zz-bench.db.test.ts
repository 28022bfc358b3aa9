import { expect, it } from 'vitest'
import { createLog } from '../log.ts'
import { newId } from '../new-id.ts'
import { openTestCore } from '../testing/open-test-core.ts'
import { readAsItems } from '../testing/read-as-items.ts'
import { inboundMessage } from '../testing/write-in.ts'
import { drainInbox } from './drain-inbox.ts'
import { importHistory } from './import-history.ts'

const N = 100_000
it('bench', { timeout: 600_000 }, async () => {
  const test = await openTestCore()
  await test.makeOrganization('Atlas Gym', '1001')
  const per = 5_000
  const people = Array.from({ length: 3000 }, (_, i) => ({ identities: [{ kind: 'phone' as const, value: `+33600${String(100000 + i)}`, address: `33600${100000 + i}` }], name: `P ${i}` }))
  for (let c = 0; c < N / per; c += 1) {
    const items = Array.from({ length: per }, (_, i) => inboundMessage('1001', { externalId: `h.${c}.${i}`, history: {}, person: people[(c * per + i) % 3000], sentAt: new Date(Date.now() - 86400000 * 30 - i * 1000), ...(i % 2 ? { echo: {} } : {}) }))
    await test.core.intake.accept({ source: 'whatsapp_history', dedupeKey: Buffer.from(`h${c}`), body: Buffer.from(JSON.stringify(items)) })
  }
  let importing = true
  const base = { database: test.core.database, subscriptions: [{ name: 'l', types: ['message.received'] as const }], log: createLog('silent'), wake: () => undefined }
  const began = Date.now()
  const mem0 = process.memoryUsage().rss
  let peak = 0
  const timer = setInterval(() => { peak = Math.max(peak, process.memoryUsage().rss) }, 100)
  const imp = (async () => {
    while ((await importHistory({ ...base, readers: new Map([['whatsapp_history', readAsItems]]), isBusy: () => false })) > 0);
    importing = false
  })()
  const lat: number[] = []
  let n = 0
  while (importing) {
    n += 1
    const t = performance.now()
    const person = { identities: [{ kind: 'phone' as const, value: `+33700${100000 + n}`, address: `33700${100000 + n}` }], name: 'L' }
    await test.core.intake.accept({ source: 'whatsapp', dedupeKey: Buffer.from(newId()), body: Buffer.from(JSON.stringify([inboundMessage('1001', { person: n % 2 ? person : people[n % 3000] as never })])) })
    await drainInbox({ ...base, readers: new Map([['whatsapp', readAsItems]]) })
    lat.push(performance.now() - t)
    await new Promise((r) => setTimeout(r, 50))
  }
  await imp
  clearInterval(timer)
  lat.sort((a, b) => a - b)
  const [c] = await test.rows(`select count(*)::int as n from message where source = 'history'`)
  console.log('import', Date.now() - began, 'ms', c, 'live', lat.length, 'p50', lat[lat.length >> 1], 'p95', lat[Math.floor(lat.length * 0.95)], 'max', lat.at(-1), 'rss', mem0 / 1e6, peak / 1e6)
  expect(c?.n).toBe(N)
  await test.close()
})
