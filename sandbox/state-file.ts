import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import type { Kernel, Remembered } from './kernel.ts'

const quietMs = 500
const everyMs = 5_000

/** Keeps the simulators' state in one JSON file. */
export interface StateFile {
  /** Writes what is unsaved and stops watching. */
  close(): void
}

function readSaved(path: string): Record<string, unknown> {
  let text: string
  try {
    text = readFileSync(path, 'utf8')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return {}
    throw error
  }
  const saved: unknown = JSON.parse(text)
  return typeof saved === 'object' && saved !== null ? { ...saved } : {}
}

/**
 * Restores every part from `path` and from then on writes their state half a second after the last change,
 * and at least
 * each five seconds while changes keep coming. The file is replaced by rename, so a reader never sees half
 * of it.
 * Throws when the file exists and is not JSON: silently starting empty would lose the demo that was in it.
 */
export function openStateFile(path: string, parts: Remembered[], kernel: Kernel): StateFile {
  const saved = readSaved(path)
  for (const part of parts) {
    if (part.name in saved) part.restore(saved[part.name])
  }
  mkdirSync(dirname(path), { recursive: true })
  let timer: NodeJS.Timeout | undefined
  let unsavedSince: number | undefined
  const write = () => {
    clearTimeout(timer)
    unsavedSince = undefined
    const state = Object.fromEntries(parts.map((part) => [part.name, part.save()]))
    const draft = `${path}.${process.pid}.draft`
    writeFileSync(draft, JSON.stringify(state))
    renameSync(draft, path)
  }
  const unsubscribe = kernel.subscribe((event) => {
    if (event.type === 'faults') return
    unsavedSince ??= Date.now()
    clearTimeout(timer)
    timer = setTimeout(write, Date.now() - unsavedSince > everyMs ? 0 : quietMs)
  })
  return {
    close() {
      unsubscribe()
      write()
    },
  }
}
