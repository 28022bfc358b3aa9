import { clockOf } from '../text/clock.ts'
import { clockStyle } from '../text/tell-clock.ts'
import type { Voice } from '../voice.ts'

/** Without slashes, as some languages write dates: Telegram takes `/11` for a command. */
const moment = { weekday: 'short', day: 'numeric', month: 'short', ...clockStyle } as const

/** A time as people say it, on the clock of a time zone. */
export const tellMoment = ({ language }: Voice, at: Date, timeZone: string): string =>
  clockOf(language, { ...moment, timeZone }).format(at)
