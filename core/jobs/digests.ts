import { sendDigests } from '../digests/send-digests.ts'
import type { Job } from './job.ts'

/** Digests whose time has come on the clocks of their members. */
export const digests: Job = { name: 'digests', everySeconds: 60, run: sendDigests }
