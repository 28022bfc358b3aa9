import { type ChildProcess, spawn } from 'node:child_process'
import { access, constants, mkdir, readdir, readFile, rm, stat } from 'node:fs/promises'
import { setPriority } from 'node:os'
import { join, relative, sep } from 'node:path'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import type { Logger } from '#core/log.ts'
import { digestOfSources } from './sources.ts'

/** A file of the built page. */
export interface PageFile {
  body: Buffer
  zipped: Buffer
  /** With its dot, such as `.js`. */
  extension: string
}

/** The page, built when its sources are others than last time. */
export interface Page {
  /** Builds it where that is needed. Every call waits for the same building; after a failure the next one tries again. */
  ready(): Promise<void>
  /** A file by its path, such as `index.html`; undefined: there is none. */
  file(path: string): Promise<PageFile | undefined>
  /** Ends what is being built. */
  close(): void
}

/** A folder of other sources that nobody has used for so long is of an older version. In milliseconds. */
const forgottenAfter = 7 * 24 * 3_600_000
/** More than a page takes on the slowest machine. */
const longestBuilding = 120_000

const zip = promisify(gzip)

/**
 * Opens the Mini App's page. It is kept in the first of the folders that can be written to, by a digest of its sources; what
 * is served is held in memory, some hundred kilobytes.
 */
export function openPage({ folders, log }: { folders: readonly string[]; log: Logger }): Page {
  let opening: Promise<Map<string, PageFile>> | undefined
  let building: ChildProcess | undefined

  async function open(): Promise<Map<string, PageFile>> {
    const digest = await digestOfSources()
    for (const folder of folders) {
      const built = join(folder, digest)
      if (await exists(join(built, 'index.html'))) return load(built)
    }
    const folder = await firstWritable(folders)
    const built = join(folder, digest)
    const began = performance.now()
    await run(built)
    log.info({ ms: Math.round(performance.now() - began) }, "the Mini App's page was built")
    await forgetOthers(folder, digest)
    return load(built)
  }

  const run = (target: string) =>
    new Promise<void>((resolve, reject) => {
      const program = join(import.meta.dirname, 'build-page.ts')
      let told = ''
      const child = spawn(process.execPath, [program, target], {
        stdio: ['ignore', 'ignore', 'pipe'],
        timeout: longestBuilding,
      })
      building = child
      child.once('spawn', () => behindEverythingElse(child))
      child.stderr.on('data', (chunk: Buffer) => {
        told = (told + chunk).slice(-4_000)
      })
      child.once('error', reject)
      child.once('close', (code) => {
        building = undefined
        if (code === 0) resolve()
        else
          reject(new Error(`The Mini App's page could not be built: ${told.trim() || `exit code ${code}`}`))
      })
    })

  const files = () => {
    opening ??= open().catch((error: unknown) => {
      opening = undefined
      throw error
    })
    return opening
  }
  return {
    ready: async () => void (await files()),
    file: async (path) => (await files()).get(path),
    close: () => void building?.kill(),
  }
}

/** Customers' messages come first, also in the second in which a new version starts. */
function behindEverythingElse({ pid }: ChildProcess): void {
  try {
    if (pid !== undefined) setPriority(pid, 10)
  } catch {
    // It has ended already, or the system knows no priorities: then it is built all the same.
  }
}

async function load(folder: string): Promise<Map<string, PageFile>> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true })
  const files = new Map<string, PageFile>()
  for (const entry of entries.filter((it) => it.isFile())) {
    const path = join(entry.parentPath, entry.name)
    const body = await readFile(path)
    files.set(relative(folder, path).split(sep).join('/'), {
      body,
      zipped: await zip(body, { level: 9 }),
      extension: /\.\w+$/.exec(entry.name)?.[0] ?? '',
    })
  }
  return files
}

const exists = (path: string) =>
  access(path).then(
    () => true,
    () => false,
  )

async function firstWritable(folders: readonly string[]): Promise<string> {
  for (const folder of folders) {
    const isWritable = await mkdir(folder, { recursive: true })
      .then(() => access(folder, constants.W_OK))
      .then(
        () => true,
        () => false,
      )
    if (isWritable) return folder
  }
  throw new Error(`The Mini App's page needs a folder that can be written to: ${folders.join(' or ')}.`)
}

async function forgetOthers(folder: string, digest: string): Promise<void> {
  for (const name of await readdir(folder)) {
    const path = join(folder, name)
    if (name === digest || Date.now() - (await stat(path)).mtimeMs < forgottenAfter) continue
    await rm(path, { recursive: true, force: true })
  }
}
