import { randomUUID } from 'node:crypto'
import { readFile, rename, writeFile } from 'node:fs/promises'
import { inspectProcess } from './inspect-process.ts'

/** One opening of the server by a process. */
export interface Owner {
  id: string
  pid: number
  identity: string
}

/** Adds this process to those that use the server. Call it under the start lock. */
export async function addOwner(path: string): Promise<Owner> {
  const { identity } = (await inspectProcess(process.pid)) ?? { identity: '' }
  const owner = { id: randomUUID(), pid: process.pid, identity }
  await write(path, [...(await liveOwners(path)), owner])
  return owner
}

/**
 * Takes an owner off and gives those that remain. Whoever leaves last stops the server; so a process that was
 * killed is no hindrance, and none loses the server to a neighbour that ends first. Call it under the start
 * lock.
 */
export async function removeOwner(path: string, owner: Owner): Promise<Owner[]> {
  const others = (await liveOwners(path)).filter(({ id }) => id !== owner.id)
  await write(path, others)
  return others
}

async function liveOwners(path: string): Promise<Owner[]> {
  const owners = await read(path)
  const lives = await Promise.all(owners.map(({ pid }) => inspectProcess(pid)))
  return owners.filter(({ identity }, index) => lives[index]?.identity === identity)
}

async function read(path: string): Promise<Owner[]> {
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '[]'
    throw error
  })
  try {
    return JSON.parse(text) as Owner[]
  } catch (error) {
    // A power cut can leave the file empty; nobody who was in it lives any more.
    if (error instanceof SyntaxError) return []
    throw error
  }
}

async function write(path: string, owners: Owner[]): Promise<void> {
  const fresh = `${path}.new`
  // Readable: root may come between two starts of the folder's own user.
  await writeFile(fresh, JSON.stringify(owners), { mode: 0o644 })
  await rename(fresh, path)
}
