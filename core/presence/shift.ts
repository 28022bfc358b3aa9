/** What a member says of his working time. */
export const shifts = ['on', 'break', 'off'] as const
export type Shift = (typeof shifts)[number]

/** What is known of a member's presence. */
export interface Presence {
  /** Null: he has said nothing, so the office hours say it. */
  shift: Shift | null
  /** When he last wrote or pressed something; before his first time when he joined. */
  lastActiveAt: Date
}

/** Who was seen within so many minutes is here. */
const hereMinutes = 15
/** A shift that nobody has seen anything of for so many hours is over, whatever was said of it: it was forgotten. */
const forgottenHours = 12

const since = ({ lastActiveAt }: Presence, now: Date): number => now.getTime() - lastActiveAt.getTime()

/** Whether he has done something just now. */
export const isHere = (presence: Presence, now: Date): boolean => since(presence, now) < hereMinutes * 60_000

/**
 * The shift that a member is on: what he said; where he said nothing, whether the business is open.
 *
 * @param isOpen by the office hours
 */
export function shiftNow(presence: Presence, isOpen: boolean, now: Date): Shift {
  const shift = presence.shift ?? (isOpen ? 'on' : 'off')
  return shift === 'on' && since(presence, now) >= forgottenHours * 3_600_000 ? 'off' : shift
}
