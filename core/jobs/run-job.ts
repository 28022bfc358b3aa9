import type { Job, JobTools } from './job.ts'

/** How often a run that went well is written down, in seconds: every five would be a write for nothing. */
const notedEvery = 20

/**
 * Runs a job once and writes down how it went, for people. Never throws: what failed is logged, and the next run tries
 * again, since the work stands in tables.
 *
 * @returns how much was done; 0 where it failed
 */
export async function runJob(job: Job, tools: JobTools): Promise<number> {
  const began = performance.now()
  let failure: string | null = null
  let done = 0
  try {
    done = await job.run(tools)
  } catch (error) {
    failure = nameOf(error)
    tools.log.warn({ job: job.name, err: error }, 'a job failed and will be run again')
  }
  try {
    await tools.database.query(
      `insert into job_run (name, ran_at, ms, failed_at, failure)
       values ($1, now(), $2, case when $3::text is not null then now() end, $3)
       on conflict (name) do update set ran_at = excluded.ran_at, ms = excluded.ms,
         failed_at = coalesce(excluded.failed_at, job_run.failed_at),
         failure = coalesce(excluded.failure, job_run.failure)
       where excluded.failure is not null or job_run.ran_at < now() - interval '${notedEvery} seconds'`,
      [job.name, Math.round(performance.now() - began), failure],
    )
  } catch (error) {
    tools.log.debug({ job: job.name, err: error }, 'how a job went could not be written down')
  }
  return done
}

/** What may be told of a failure to people of every organization: its kind, never its words. */
function nameOf(error: unknown): string {
  const first = error instanceof AggregateError ? error.errors[0] : error
  if (!(first instanceof Error)) return 'unknown'
  const { code } = first as { code?: unknown }
  return typeof code === 'string' ? `${first.name} ${code}`.slice(0, 100) : first.name.slice(0, 100)
}
