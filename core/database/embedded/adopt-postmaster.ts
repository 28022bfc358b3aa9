import { setTimeout as sleep } from 'node:timers/promises'
import { askServer } from './ask-server.ts'
import { type Postmaster, readPostmaster } from './postmaster-pid.ts'
import { patience, pause } from './start-postmaster.ts'

/**
 * The server that already runs on a cluster, once it answers: a process that was killed left it running. One
 * that is stopping is waited for to its end.
 *
 * @returns undefined when none runs
 * @throws when it does neither answer nor end within 30 s
 */
export async function adoptPostmaster(cluster: string, password: string): Promise<Postmaster | undefined> {
  const deadline = Date.now() + patience
  for (;;) {
    const running = await readPostmaster(cluster)
    if (!running) return undefined
    if (running.state === 'ready' && (await askServer(running.port, password))) return running
    if (Date.now() > deadline) {
      throw new Error(
        `PostgreSQL already runs on ${cluster} (process ${running.pid}, port ${running.port}, ` +
          `${running.state}), but ` +
          `gave no answer for ${patience / 1000} s. If it recovers a large database, wait and start again; ` +
          `if it ` +
          `hangs, end it with "kill -INT ${running.pid}" and start again.`,
      )
    }
    await sleep(pause)
  }
}
