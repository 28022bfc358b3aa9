import { execFile } from 'node:child_process'
import { platform } from 'node:os'
import { setTimeout as sleep } from 'node:timers/promises'
import { promisify } from 'node:util'
import { type Binaries, programPath } from './find-binaries.ts'
import { readPostmaster } from './postmaster-pid.ts'
import { pause } from './start-postmaster.ts'

const patience = 10_000

/**
 * Stops the server of a cluster in its fast way: sessions are ended, everything is written to disk.
 *
 * @returns whether it has ended within 10 s; when not, it goes on ending by itself and the next start waits
 *   for it
 */
export async function stopPostmaster(cluster: string, binaries: Binaries): Promise<boolean> {
  const running = await readPostmaster(cluster)
  if (!running) return true
  if (platform() === 'win32') {
    // No signals there: PostgreSQL's own tool asks over a pipe.
    const args = ['stop', '-D', cluster, '-m', 'fast', '-W']
    await promisify(execFile)(programPath(binaries, 'pg_ctl'), args, { windowsHide: true })
  } else process.kill(running.pid, 'SIGINT')
  const deadline = Date.now() + patience
  while (Date.now() < deadline) {
    if ((await readPostmaster(cluster))?.pid !== running.pid) return true
    await sleep(pause)
  }
  return false
}
