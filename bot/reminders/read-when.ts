import { addDays, instantOf, wallOf } from '#core/reminders/local-time.ts'
import type { Repeat } from '#core/reminders/repeat.ts'
import { readArabicWhen } from './arabic-when.ts'
import { readChronoWhen } from './chrono-when.ts'
import type { WhenContext } from './found-when.ts'
import { readRepeat } from './read-repeat.ts'

/** What a member asked to be reminded of. */
export interface TypedReminder {
  at: Date
  repeat: Repeat
  text: string
}

/** Between the time and what is to be remembered: "tomorrow 10, to call back", "غدا أن أتصل". */
const joint = /^(?:[\s,;:.–—-]+|(?:to|de|d[’']|pour|أن|ان)\s+)+|[\s,;:–—-]+$/giu

/** The usual hour of what is wanted daily without one. */
const morning = { hour: 9, minute: 0 }

/**
 * Reads a reminder in words: a time, how often, and the rest as its text, in the member's language and then in the
 * others, since people mix them. Undefined where no time is in it.
 */
export function readWhen(words: string, language: string, context: WhenContext): TypedReminder | undefined {
  const { repeat, rest } = readRepeat(words)
  const readers = [
    (text: string) => readArabicWhen(text, context),
    (text: string) => readChronoWhen(text, language === 'fr' ? 'fr' : 'en', context),
    (text: string) => readChronoWhen(text, language === 'fr' ? 'en' : 'fr', context),
  ]
  for (const read of readers) {
    const found = read(rest)
    if (found) return { at: found.at, repeat, text: tidy(found.rest) }
  }
  if (repeat === 'none') return undefined
  const wall = { ...wallOf(context.now, context.timeZone), ...morning }
  const today = instantOf(wall, context.timeZone)
  const at = today > context.now ? today : instantOf(addDays(wall, 1), context.timeZone)
  return { at, repeat, text: tidy(rest) }
}

const tidy = (text: string): string =>
  text
    .replace(/[ \t]+/g, ' ')
    .trim()
    .replace(joint, '')
    .trim()
