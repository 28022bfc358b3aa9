import { type ChildProcess, spawn } from 'node:child_process'
import { dirname } from 'node:path'
import { type Binaries, type Program, programPath } from './find-binaries.ts'
import type { RunAs } from './run-as.ts'

export interface Launch {
  binaries: Binaries
  user: RunAs | undefined
}

/**
 * Starts one of PostgreSQL's programs apart from our terminal's process group: Ctrl-C reaches only the
 * application, which stops the server itself once it no longer needs it. Its errors and log go to the open
 * file `output`.
 */
export function runProgram(launch: Launch, program: Program, args: string[], output: number): ChildProcess {
  const path = programPath(launch.binaries, program)
  return spawn(path, args, {
    ...launch.user,
    // Ours may be closed to that user.
    cwd: dirname(path),
    detached: true,
    windowsHide: true,
    env: cleanEnvironment(),
    stdio: ['ignore', 'ignore', output],
  })
}

/** Waits for a program's end. @throws when it could not be started */
export function endOf(child: ChildProcess): Promise<{ code: number | null; signal: NodeJS.Signals | null }> {
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', (code, signal) => resolve({ code, signal }))
  })
}

/**
 * PG… variables would change what the programs do, and the language of the messages must not depend on the
 * user's.
 */
function cleanEnvironment(): NodeJS.ProcessEnv {
  const entries = Object.entries(process.env).filter(([name]) => !/^(PG|LC_|LANG|DATABASE_URL)/.test(name))
  return { ...Object.fromEntries(entries), LC_ALL: 'C' }
}
