import { cpus, loadavg, totalmem } from 'node:os'
import type { BenchDatabase } from './open-workbench.ts'

const settings = [
  'fsync',
  'synchronous_commit',
  'full_page_writes',
  'shared_buffers',
  'max_connections',
  'wal_sync_method',
]

/** What the figures were measured on, as lines of words and values. */
export async function describeMachine(database: BenchDatabase): Promise<[word: string, value: string][]> {
  const rows = await database.rows<{ name: string; value: string }>(
    'select name, current_setting(name) as value from unnest($1::text[]) as name',
    [settings],
  )
  const [version] = await database.rows<{ value: string }>(
    `select current_setting('server_version') as value`,
  )
  const processors = cpus()
  return [
    ['Processor', `${processors.length} × ${processors[0]?.model.trim() ?? 'unknown'}`],
    ['Memory', `${(totalmem() / 2 ** 30).toFixed(1)} GB`],
    ['System', `${process.platform} ${process.arch}`],
    ['Node', process.version],
    ['PostgreSQL', `${version?.value}, ${rows.map(({ name, value }) => `${name} = ${value}`).join(', ')}`],
    [
      'Load before the first benchmark',
      `${loadavg()[0]?.toFixed(2)} (above about 0.3, others were at work and the figures are worse than the desk)`,
    ],
  ]
}
