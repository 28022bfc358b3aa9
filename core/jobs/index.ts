import { assignment } from './assignment.ts'
import { digests } from './digests.ts'
import type { Job } from './job.ts'
import { notices } from './notices.ts'
import { reminders } from './reminders.ts'
import { snoozes } from './snoozes.ts'

/** Everything that is done by the clock. */
export const jobs: readonly Job[] = [assignment, digests, notices, reminders, snoozes]
