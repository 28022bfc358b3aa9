import { settleAssignments } from '../assignment/settle-assignments.ts'
import type { Job } from './job.ts'

/** Leads that wait for somebody to be available, and such whose owners are away. */
export const assignment: Job = { name: 'assignment', everySeconds: 15, run: settleAssignments }
