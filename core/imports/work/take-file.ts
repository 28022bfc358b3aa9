import { createReadStream } from 'node:fs'
import { rm } from 'node:fs/promises'
import { readCountry } from '../../contacts/read-country.ts'
import { fetchFile } from '../../media/fetch-file.ts'
import { storeKey } from '../../media/media-store.ts'
import { analyseList, type OpenList } from '../reading/analyse-list.ts'
import { ListFault } from '../reading/list-fault.ts'
import { finishStep, type ImportJob, type ImportOptions, openStored, underLease } from './import-work.ts'

/** Far more than any list of people that a person keeps; in megabytes. */
const mostMb = 50

/** Fetches the file of an import into our store, once, and looks at it. */
export async function takeFile(options: ImportOptions, job: ImportJob, signal: AbortSignal): Promise<void> {
  const key = storeKey(job.organization_id, job.id)
  if (job.stored_at === null) await fetchInto(options, job, key, signal)
  const country = await underLease(options, job, (sql) => readCountry(sql, job.organization_id))
  const open: OpenList = async function* () {
    yield* await openStored(options, key)
  }
  const analysis = await analyseList(open, {
    language: job.language,
    country: job.mapping?.country ?? country ?? null,
    known: job.format ?? {},
  })
  await finishStep(options, job, 'mapping', {
    set: 'format = $5, columns = $6, mapping = $7',
    values: [analysis.format, analysis.columns, analysis.mapping].map((value) => JSON.stringify(value)),
  })
}

/** @throws ListFault too-large, unreachable; any other failure is one that passes */
async function fetchInto(options: ImportOptions, job: ImportJob, key: string, signal: AbortSignal) {
  const { store, fetchers, incoming: folder, maxMb, resolve } = options
  const fetcher = fetchers.find(({ origin }) => origin === job.source.network)
  if (!fetcher) throw new Error('This process cannot fetch what members send.')
  const asked = await fetcher.fetchMedia({ kind: 'document', mediaId: job.source.mediaId })
  if (asked.outcome !== 'found') {
    if (asked.outcome === 'gone') throw new ListFault(faultOf(asked.failure.code))
    throw new Error(`The file was not there: ${asked.failure.code}.`)
  }
  if ('upload' in asked.value) throw new Error('What members send is not uploaded.')
  const maxBytes = Math.min(maxMb, mostMb) * 1024 * 1024
  const fetched = await fetchFile(asked.value, { folder, maxBytes, signal, ...(resolve ? { resolve } : {}) })
  if (fetched.outcome === 'aborted') throw new Error('The process is stopping.')
  if (fetched.outcome === 'failed') {
    if (fetched.failure.code === 'empty') throw new ListFault('empty')
    if (fetched.again === 'never') throw new ListFault(faultOf(fetched.failure.code))
    throw new Error(`The file could not be fetched: ${fetched.failure.code}.`)
  }
  const { path, size } = fetched
  try {
    await store.put(key, createReadStream(path, { signal }), { mime: 'text/csv', size })
  } finally {
    await rm(path, { force: true })
  }
  await underLease(options, job, (sql) =>
    sql.query(
      'update contact_import set stored_at = now(), size = $3 where organization_id = $1 and id = $2',
      [job.organization_id, job.id, size],
    ),
  )
}

const faultOf = (code: string) => (code === 'too-large' ? 'too-large' : 'unreachable')
