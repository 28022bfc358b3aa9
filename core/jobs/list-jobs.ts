import { z } from 'zod'
import { defineQuery } from '../command.ts'
import { canViewJobs } from '../policy.ts'
import { jobs } from './index.ts'

export interface JobState {
  name: string
  everySeconds: number
  /** Null: it has not run yet. Written down every 20 s at the most. */
  lastRunAt: Date | null
  ms: number | null
  /** When and with what kind of failure it failed last; null: never. */
  lastFailedAt: Date | null
  failure: string | null
  /** Whether it has not run for much longer than it should. */
  isLate: boolean
}

/** What is done by the clock, and how it went: of the whole desk, not of one organization. */
export const listJobs = defineQuery({
  input: z.object({}),
  allowed: canViewJobs,
  async run({ sql, now }): Promise<JobState[]> {
    const runs = await sql.query<{
      name: string
      ran_at: Date
      ms: number
      failed_at: Date | null
      failure: string | null
    }>('select name, ran_at, ms, failed_at, failure from job_run')
    return jobs.map(({ name, everySeconds }) => {
      const run = runs.find((one) => one.name === name)
      const late = run ? now.getTime() - run.ran_at.getTime() > (everySeconds * 3 + 60) * 1000 : true
      return {
        name,
        everySeconds,
        lastRunAt: run?.ran_at ?? null,
        ms: run?.ms ?? null,
        lastFailedAt: run?.failed_at ?? null,
        failure: run?.failure ?? null,
        isLate: late,
      }
    })
  },
})
