import { spawn } from 'node:child_process'
import { join } from 'node:path'

/** The sandbox in a process of its own: it survives nothing of ours and costs our process no memory. */
export interface SpawnedSandbox {
  url: string
  close(): Promise<void>
}

/**
 * Starts the sandbox as a child process on a free port.
 *
 * @param statePath where the simulators keep what was said, so that a restarted playground goes on where it was
 */
export function spawnSandbox(statePath: string): Promise<SpawnedSandbox> {
  const { PATH, NODE_COMPILE_CACHE } = process.env
  const child = spawn(process.execPath, [join(import.meta.dirname, 'main.ts')], {
    env: {
      PATH,
      SANDBOX_PORT: '0',
      SANDBOX_STATE: statePath,
      ...(NODE_COMPILE_CACHE ? { NODE_COMPILE_CACHE } : {}),
    },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    // Not in the terminal's process group: Ctrl-C reaches the app, which stops the sandbox last.
    detached: true,
  })
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', (code) => reject(new Error(`The sandbox ended while it started (code ${code}).`)))
    child.once('message', (ready: { url: string }) => {
      child.removeAllListeners('exit')
      resolve({
        url: ready.url,
        async close() {
          if (child.exitCode !== null) return
          const ended = new Promise((end) => child.once('exit', end))
          child.kill('SIGTERM')
          await ended
        },
      })
    })
  })
}
