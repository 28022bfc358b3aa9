import { DeskError } from '../errors.ts'
import { heldUntil, type QuietHours } from './quiet-hours.ts'

/** What comes a little late from a slow hand or network is meant for now. */
const lateMs = 60_000
const longestMs = 5 * 366 * 86_400_000

/**
 * When a reminder comes that is wanted for a time: then, or at the end of the quiet hours that it falls into.
 *
 * @throws DeskError reminder-past, reminder-too-far
 */
export function decideDue(wanted: Date, now: Date, quiet: QuietHours): Date {
  if (wanted.getTime() < now.getTime() - lateMs) throw new DeskError('invalid', 'reminder-past')
  if (wanted.getTime() > now.getTime() + longestMs) throw new DeskError('invalid', 'reminder-too-far')
  return heldUntil(wanted, quiet)
}
