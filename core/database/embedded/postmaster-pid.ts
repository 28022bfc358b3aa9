import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { inspectProcess } from './inspect-process.ts'

/** A PostgreSQL that runs on a cluster now. */
export interface Postmaster {
  pid: number
  port: number
  /** 'ready' also while it recovers from the crash of a session: only a connection tells. */
  state: 'starting' | 'ready' | 'stopping'
}

export const postmasterPidFile = (cluster: string) => join(cluster, 'postmaster.pid')

/**
 * The live PostgreSQL of a cluster, or undefined when none runs, whatever `postmaster.pid` says: the file
 * stays behind after a kill -9 or a power cut, its pid may by now belong to another program, and a copied
 * folder holds the file of the original's server.
 */
export async function readPostmaster(cluster: string): Promise<Postmaster | undefined> {
  const text = await readFile(postmasterPidFile(cluster), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return ''
    throw error
  })
  // Lines: pid, folder, start time, port, socket folder, address, shared memory, state.
  const lines = text.split('\n').map((line) => line.trim())
  const [pid, folder, port] = [Number(lines[0]), lines[1], Number(lines[3])]
  if (!Number.isInteger(pid) || pid <= 0 || !folder) return undefined
  const live = await inspectProcess(pid)
  if (!live) return undefined
  if (live.command && !live.command.includes(folder)) return undefined
  if (!(await isOrWas(folder, cluster))) return undefined
  const state = lines[7] === 'ready' || lines[7] === 'stopping' ? lines[7] : 'starting'
  return { pid, port, state }
}

/** A folder that was moved while its server ran is still that server's; a copy is not. */
async function isOrWas(folder: string, cluster: string): Promise<boolean> {
  const there = await stat(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return undefined
    throw error
  })
  if (!there) return true
  const here = await stat(cluster)
  return there.dev === here.dev && there.ino === here.ino
}
