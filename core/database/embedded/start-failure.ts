import type { ServerLog } from './server-log.ts'

/** Words of PostgreSQL or the system to what the reader can do about them. */
const advice: [RegExp, string][] = [
  [/No space left on device/, 'The disk is full: make room, then start again; nothing is lost.'],
  [/shared memory segment/, 'The system gives too little shared memory (in a container: --shm-size).'],
  [
    /error while loading shared libraries|ENOENT/,
    'The programs do not fit this system (they need glibc), or the installation is not whole: run "npm ci".',
  ],
  [/Permission denied|EACCES|EPERM/, 'A right is missing: see which path is named.'],
  [
    /could not locate a valid checkpoint|invalid checkpoint|checksum/,
    'The database is damaged: bring it back from a backup.',
  ],
]

/** An error that tells what PostgreSQL said last and what can be done. */
export async function startFailure(what: string, cause: unknown, log: ServerLog): Promise<Error> {
  const said = await log.lastLines()
  const reason = cause instanceof Error ? cause.message : String(cause)
  const found = advice.find(([words]) => words.test(`${reason}\n${said.join('\n')}`))
  return new Error(
    [
      `${what}: ${reason}.`,
      ...(said.length > 0 ? ['PostgreSQL said:', ...said.map((line) => `  ${line}`)] : []),
      ...(found ? [found[1]] : []),
      'Instead of the built-in server, DATABASE_URL may name a PostgreSQL of your own.',
    ].join('\n'),
    { cause },
  )
}
