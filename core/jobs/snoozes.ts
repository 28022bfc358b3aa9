import { endSnoozes } from '../leads/end-snoozes.ts'
import type { Job } from './job.ts'

/** Leads that were put off until now. */
export const snoozes: Job = { name: 'snoozes', everySeconds: 10, run: endSnoozes }
