import type { AssigneeState } from '#core/assignment/list-assignees.ts'
import type { Shift } from '#core/presence/shift.ts'

/** 🟢 here, 🟡 on shift and not seen just now, ☕ in a break, 🌙 off, 🚫 cannot be reached. */
export function markOf({
  shift,
  here,
  unreachable,
}: Pick<AssigneeState, 'shift' | 'here' | 'unreachable'>): string {
  if (unreachable) return '🚫'
  if (shift !== 'on') return shiftMarks[shift]
  return here ? '🟢' : '🟡'
}

const shiftMarks: Record<Exclude<Shift, 'on'>, string> = { break: '☕', off: '🌙' }

/** How much somebody has: 7, or 7/20 where there is a limit. */
export const loadOf = ({ open, capacity }: Pick<AssigneeState, 'open' | 'capacity'>): string =>
  capacity === null ? String(open) : `${open}/${capacity}`
