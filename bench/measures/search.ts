import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { createLog } from '#core/log.ts'
import { newId } from '#core/new-id.ts'
import { type Core, openCore } from '#core/open-core.ts'
import { indexPending } from '#core/search/index-pending.ts'
import type { Benchmark } from '../benchmark.ts'
import { percentiles } from '../load/percentiles.ts'
import { count, ms, perSecond } from '../report/words.ts'
import type { BenchDatabase, Workbench } from '../workbench/open-workbench.ts'
import {
  contacts,
  firstNames,
  lastNames,
  messages,
  oldWord,
  organizations,
  seedTexts,
  words,
} from './search/seed-texts.ts'

/** So many searches of each kind, one after another. */
const searches = 200
const target = 200

/** What people look for; each time something else. */
const kinds: { what: string; typed: (at: number) => string }[] = [
  {
    what: 'a name of two words',
    typed: (at) => `${lastNames[at % lastNames.length]} ${firstNames[at % firstNames.length]}`,
  },
  { what: 'the last five digits of a phone', typed: (at) => String(10_000 + ((at * 7_919) % 60_000)) },
  { what: 'a word that is everywhere', typed: (at) => words[at % 20] ?? '' },
  { what: 'a number that is in one message', typed: (at) => `no${500_000 + ((at * 104_729) % 500_000)}` },
  {
    what: 'three words at once',
    typed: (at) => `${words[at % 40]} ${words[100 + at]} ${words[(at * 7) % 90]}`,
  },
  { what: 'the Arabic for “price please”, without its vowels', typed: () => 'السعر فضلك' },
  { what: 'one letter', typed: (at) => String.fromCharCode(97 + (at % 26)) },
  { what: 'what is nowhere', typed: (at) => `zzyx${at}` },
  { what: 'a word that only old messages have, 20,000 of them', typed: () => oldWord },
]

/** From asking the desk to the leads with their excerpts. */
export const search: Benchmark = {
  name: 'search',
  title: 'Searching: leads by anything in a million messages',
  async run(bench) {
    const { core, database } = await openTexts(bench)
    const began = performance.now()
    let indexed = 0
    for (let some = 1; some > 0; indexed += some) some = (await indexPending(core.database)).read
    const rate = indexed / ((performance.now() - began) / 1000)
    // As autovacuum does by itself after a while.
    await database.rows('vacuum analyze')
    const [size] = await database.rows<{ documents: string; index: string }>(
      `select pg_size_pretty(pg_table_size('search_document')) as documents,
         pg_size_pretty(pg_relation_size('search_document_grams')) as index`,
    )
    await checkCount(database)
    const [owner] = await database.rows<{ organization_id: string; id: string }>(
      'select organization_id, id from member order by organization_id limit 1',
    )
    const actor = {
      kind: 'member',
      organizationId: owner?.organization_id ?? '',
      memberId: owner?.id ?? '',
    } as const
    const figures = []
    for (const { what, typed } of kinds) {
      const took: number[] = []
      let found = 0
      for (let at = 0; at < searches; at += 1) {
        const from = performance.now()
        const answer = await core.desk.ask(actor, 'searchLeads', { words: typed(at) })
        took.push(performance.now() - from)
        found += answer.found.length
      }
      const { p50, p95 } = percentiles(took)
      figures.push({
        what: `${what}: p50, p95 (${(found / searches).toFixed(1)} leads on the page)`,
        value: `${ms(p50)}, ${ms(p95)}`,
        target: `p95 < ${target} ms`,
        met: p95 < target,
      })
    }
    return {
      figures: [
        ...figures,
        { what: 'making what was written findable, behind the inbox', value: perSecond(rate) },
      ],
      notes: [
        `${count(messages)} messages of ${count(contacts)} people in ${organizations} organizations, half of them in the one ` +
          `that searches; ${searches} searches of each kind, one after another. The texts under their keys take ` +
          `${size?.documents}, the index of the keys ${size?.index}.`,
      ],
    }
  },
}

async function openTexts(bench: Workbench): Promise<{ core: Core; database: BenchDatabase }> {
  const database = await bench.database()
  const core = await openCore({
    databaseUrl: database.url,
    encryptionKeys: [randomBytes(32)],
    migrations: join(import.meta.dirname, '../../migrations'),
    channels: [],
    log: createLog('silent'),
  })
  bench.defer(() => core.close())
  for (let at = 0; at < organizations; at += 1) {
    const owner = { telegramUserId: 5_000_000 + at, name: 'Owner' }
    await core.desk.perform({ kind: 'system', organizationId: newId(), name: 'bench' }, 'setUpOrganization', {
      name: `Organization ${at}`,
      owner,
    })
  }
  await seedTexts(database)
  return { core, database }
}

async function checkCount(database: BenchDatabase): Promise<void> {
  const [row] = await database.rows<{ count: number }>('select count(*)::int as count from search_document')
  const expected = messages + contacts
  if (row?.count !== expected) throw new Error(`${row?.count} of ${expected} texts can be found.`)
}
