import { gatherNotices } from '../notices/gather-notices.ts'
import type { Job } from './job.ts'

/** News that members want to have put together, whose time has come. */
export const notices: Job = { name: 'notices', everySeconds: 60, run: gatherNotices }
