import { type OfficeHours, openTime } from '../office-hours/office-hours.ts'
import type { AssignmentSettings } from './read-plan.ts'

/** So many people in a row may leave a customer without an answer; then the lead is given to nobody any more. */
export const mostAbsences = 3

/** A lead whose customer waits for an answer of its owner. */
export interface WaitingLead {
  /** Since when: since the customer wrote, or since the owner has the lead. */
  since: Date
  /** Whether the owner had it when he ended his shift, and has not begun another. */
  leftBehind: boolean
}

/**
 * Whether a lead goes back because its owner is away: his shift is over, or the customer has waited too long for him.
 * Only while the business is open, and time in which it is closed is not counted.
 */
export function decideAbsence(
  { since, leftBehind }: WaitingLead,
  { absenceMinutes, returnsOffShift }: Pick<AssignmentSettings, 'absenceMinutes' | 'returnsOffShift'>,
  hours: OfficeHours,
  now: Date,
): 'shift' | 'absence' | undefined {
  if (returnsOffShift && leftBehind) return 'shift'
  if (absenceMinutes !== null && openTime(hours, since, now) >= absenceMinutes * 60_000) return 'absence'
  return undefined
}
