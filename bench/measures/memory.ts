import { setTimeout as sleep } from 'node:timers/promises'
import type { Benchmark } from '../benchmark.ts'
import { runLoad } from '../load/run-load.ts'
import { megabytes } from '../report/words.ts'
import { whatsappCrowd } from '../workbench/crowd.ts'
import { appSecret, startDesk, surround, webhookOf } from '../workbench/desk.ts'
import { checkStored, untilEmpty } from '../workbench/inbox.ts'
import { usageOf, watchMemory } from '../workbench/process-usage.ts'
import { seedLeads } from '../workbench/seed.ts'

const quietSeconds = 60
const watchedSeconds = 30
const people = 5_000
const load = { rate: 3_300, seconds: 10 }

/** What a desk costs that nobody writes to, and how much memory it takes when everybody does. */
export const memory: Benchmark = {
  name: 'memory',
  title: 'Memory and idling: one process with both roles and the bot, without the playground',
  async run(bench) {
    const here = await surround(bench)
    let statements = 0
    bench.onPostgresLine((line) => {
      if (/\bLOG:\s+(statement|execute [^:]*):/.test(line)) statements += 1
    })
    const name = new URL(here.database.url).pathname.slice(1)
    await here.database.rows(`alter database ${name} set log_statement = 'all'`)
    const app = await startDesk(bench, here, 'web,worker')
    await sleep((quietSeconds - watchedSeconds) * 1000)

    const before = { ...(await usageOf(app.pid)), statements, transactions: await transactionsIn(name) }
    await sleep(watchedSeconds * 1000)
    const idle = await usageOf(app.pid)
    const transactions = (await transactionsIn(name)) - before.transactions
    const cpu = ((idle.cpu - before.cpu) / watchedSeconds) * 100
    const queries = (statements - before.statements) / watchedSeconds
    // Only now: idle connections are closed and opened anew, and each goes by what is set when it opens.
    await here.database.rows(`alter database ${name} set log_statement = 'none'`)

    await seedLeads(here.database, whatsappCrowd(people / 2), false)
    const watch = watchMemory(app.pid)
    const outcome = await runLoad(bench, {
      url: webhookOf(app),
      secret: appSecret,
      traffic: { kind: 'messages', run: 'M0', people },
      connections: 128,
      rate: load.rate,
      requests: load.rate * load.seconds,
      warmUpSeconds: 0,
    })
    await untilEmpty(here.database, 120, app)
    const most = await watch.stop()
    await checkStored(here.database, outcome.accepted)
    return {
      figures: [
        {
          what: `memory (RSS) ${quietSeconds} s after ready`,
          value: megabytes(idle.rss),
          target: '< 150 MB',
          met: idle.rss < 150 * 2 ** 20,
        },
        {
          what: `processor over ${watchedSeconds} s of nothing`,
          value: `${cpu.toFixed(2)} % of a core`,
          target: '< 1 %',
          met: cpu < 1,
        },
        {
          what: 'statements at PostgreSQL meanwhile, begin and commit included',
          value: `${queries.toFixed(1)}/s`,
          target: '< 5/s',
          met: queries < 5,
        },
        { what: 'transactions meanwhile', value: `${(transactions / watchedSeconds).toFixed(1)}/s` },
        {
          what: 'most memory under 3,300 messages/s, and until all were worked off',
          value: megabytes(most),
          target: '< 350 MB',
          met: most < 350 * 2 ** 20,
        },
      ],
      notes: [],
    }

    async function transactionsIn(name: string): Promise<number> {
      const [row] = await here.database.rows<{ count: number }>(
        'select (xact_commit + xact_rollback)::float8 as count from pg_stat_database where datname = $1',
        [name],
      )
      return row?.count ?? 0
    }
  },
}
