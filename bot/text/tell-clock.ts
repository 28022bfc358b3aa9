import type { Voice } from '../voice.ts'
import { clockOf } from './clock.ts'

/** How a time of the day is written in each moment and span that we tell, so that a language has one manner for all. */
export const clockStyle = { hour: 'numeric', minute: '2-digit' } as const

/** A time of the day, such as `08:30`, as people of that language write it: 8:30 AM, 08:30, 8:30 ص. */
export const tellClock = ({ language }: Pick<Voice, 'language'>, time: string): string =>
  clockOf(language, { ...clockStyle, timeZone: 'UTC' }).format(new Date(`2024-01-01T${time}Z`))

/** From one time of the day to another. Isolated, in the direction of its own letters: without any it keeps its order. */
export const tellSpan = (voice: Pick<Voice, 'language'>, from: string, until: string): string =>
  `\u2068${tellClock(voice, from)}–${tellClock(voice, until)}\u2069`
