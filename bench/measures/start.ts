import { join } from 'node:path'
import { readPostmaster } from '#core/database/embedded/postmaster-pid.ts'
import type { Benchmark } from '../benchmark.ts'
import { median } from '../load/percentiles.ts'
import { range, seconds } from '../report/words.ts'
import type { Workbench } from '../workbench/open-workbench.ts'

const rounds = 3

/** What a newcomer waits for: `npm start` with nothing set, and the same again on the data that it made. */
export const start: Benchmark = {
  name: 'start',
  title: 'Starting: the playground, with its own PostgreSQL and the simulated networks',
  async run(bench) {
    const first: number[] = []
    const later: number[] = []
    for (let round = 1; round <= rounds; round += 1) {
      const folder = await bench.folder()
      // The database outlives an app that was killed; it must not outlive the benchmark.
      bench.defer(() => endDatabaseOf(folder))
      first.push(await startOnce(bench, folder))
      later.push(await startOnce(bench, folder))
    }
    return {
      figures: [
        {
          what: 'first start, on an empty folder: from the call of Node to the line that says ready, median of 3',
          value: seconds(median(first)),
          target: '< 15 s',
          met: median(first) < 15,
        },
        {
          what: 'later start, on the same folder, median of 3',
          value: seconds(median(later)),
          target: '< 5 s',
          met: median(later) < 5,
        },
      ],
      notes: [`Runs: first starts ${range(first, seconds)}, later starts ${range(later, seconds)}.`],
    }
  },
}

async function startOnce(bench: Workbench, folder: string): Promise<number> {
  const beganAt = performance.now()
  const app = await bench.app({ DATA_DIR: folder, LOG_LEVEL: 'info' })
  await app.said(/is ready/)
  const took = (performance.now() - beganAt) / 1000
  await app.stop()
  return took
}

async function endDatabaseOf(folder: string): Promise<void> {
  const left = await readPostmaster(join(folder, 'postgres', 'cluster'))
  if (left) process.kill(left.pid, 'SIGINT')
}
