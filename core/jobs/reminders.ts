import { fireReminders } from '../reminders/fire-reminders.ts'
import type { Job } from './job.ts'

/** Reminders whose time has come. */
export const reminders: Job = { name: 'reminders', everySeconds: 5, run: fireReminders }
