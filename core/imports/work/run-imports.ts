import { messageOf, withoutSecrets } from '../../log.ts'
import { backOff } from '../../loops/back-off.ts'
import { createRunner, type Runner } from '../../loops/create-runner.ts'
import { ListFault } from '../reading/list-fault.ts'
import { checkRows } from './check-rows.ts'
import { claimImports } from './claim-imports.ts'
import { clearImport } from './clear-import.ts'
import { importRows } from './import-rows.ts'
import { giveUp, type ImportJob, type ImportOptions, LostImport, leaseSeconds } from './import-work.ts'
import { takeFile } from './take-file.ts'
import { undoRows } from './undo-rows.ts'

/** Of several organizations, so that a long list holds up nobody else's. */
const importsAtOnce = 3
/** In vain, one after another: then somebody is told, rather than that it is tried for ever. */
const mostAttempts = 8
const firstPause = 1_000
const longestPause = 60_000

/** Does what there is to do about imports of lists, a few at a time, each step by step. */
export function createImports(options: ImportOptions & { onFree: () => void }): Runner {
  const stopping = new AbortController()
  let underway = 0
  const runner = createRunner<ImportJob>({
    concurrency: importsAtOnce,
    claim: (limit) => claimImports(options.database, limit),
    async handle(job) {
      underway += 1
      await work(options, job, stopping.signal).finally(() => {
        underway -= 1
      })
    },
    onFree: options.onFree,
    onError: (error) =>
      options.log.warn({ err: error }, 'an import could not be worked on; its lease will run out'),
  })
  return {
    ...runner,
    // Not waited for until a place is free: whoever closes the worker would wait for a whole import.
    run: async () => (underway < importsAtOnce ? runner.run() : 0),
    settled() {
      // The next process goes on behind the last row that was written.
      stopping.abort()
      return runner.settled()
    },
  }
}

/** Does what is next for one import, and gives it back where that fails. */
async function work(options: ImportOptions, job: ImportJob, signal: AbortSignal): Promise<void> {
  const began = performance.now()
  let outcome = 'done'
  // A slow download, or the way back to the last row, has no steps that would renew it.
  const heartbeat = setInterval(() => void renew(options, job), (leaseSeconds * 1_000) / 3)
  try {
    await doStep(options, job, signal)
  } catch (error) {
    if (error instanceof LostImport) outcome = 'lost'
    else if (signal.aborted) {
      outcome = 'stopped'
      await release(options, job, 0)
    } else if (error instanceof ListFault && canEnd(job)) {
      outcome = error.code
      await giveUp(options, job, error)
    } else {
      outcome = 'error'
      const words = withoutSecrets(messageOf(error)).slice(0, 300)
      options.log.warn({ import: job.id, state: job.state, attempt: job.attempts, words }, 'an import failed')
      if (canEnd(job) && job.attempts >= mostAttempts)
        await giveUp(options, job, new ListFault('interrupted'))
      else await release(options, job, backOff(job.attempts - 1, firstPause, longestPause))
    }
  } finally {
    clearInterval(heartbeat)
  }
  options.log.info(
    {
      import: job.id,
      organization: job.organization_id,
      state: job.state,
      outcome,
      ms: Math.round(performance.now() - began),
    },
    'an import was worked on',
  )
}

async function doStep(options: ImportOptions, job: ImportJob, signal: AbortSignal): Promise<void> {
  // Claimed so often without ever coming on: the process died each time.
  if (canEnd(job) && job.attempts > mostAttempts) throw new ListFault('interrupted')
  switch (job.state) {
    case 'reading':
      return takeFile(options, job, signal)
    case 'checking':
      return checkRows(options, job, signal)
    case 'running':
      return importRows(options, job, signal)
    case 'undoing':
      return undoRows(options, job, signal)
    default:
      return clearImport(options, job)
  }
}

/** Taking back and clearing away are tried until they are done. */
const canEnd = ({ state }: ImportJob) => state === 'reading' || state === 'checking' || state === 'running'

async function renew({ database, log }: ImportOptions, job: ImportJob): Promise<void> {
  try {
    await database.transaction({ organizationId: job.organization_id }, (sql) =>
      sql.query(
        `update contact_import set lease_until = now() + make_interval(secs => ${leaseSeconds})
         where organization_id = $1 and id = $2 and lease_token = $3`,
        [job.organization_id, job.id, job.lease_token],
      ),
    )
  } catch (error) {
    log.debug(
      { err: error, import: job.id },
      'the lease of an import was not renewed; the next step tries again',
    )
  }
}

/** Gives the import back, to be taken up after so many milliseconds. */
async function release({ database }: ImportOptions, job: ImportJob, afterMs: number): Promise<void> {
  await database.transaction({ organizationId: job.organization_id }, (sql) =>
    sql.query(
      `update contact_import set lease_token = null, lease_until = null, attempts = $4,
         due_at = now() + make_interval(secs => $5)
       where organization_id = $1 and id = $2 and lease_token = $3`,
      [job.organization_id, job.id, job.lease_token, job.attempts, afterMs / 1_000],
    ),
  )
}
