import type { Say, Words } from '#core/i18n.ts'

/** How to speak to the member who asks. */
export interface Tongue {
  say: Say
  language: string
  timeZone: string
  now: Date
}

export function createTongue(
  words: Words,
  wanted: string | null | undefined,
  timeZone: string,
  now: Date,
): Tongue {
  const language = words.nearest(wanted)
  return { say: words.in(language), language, timeZone, now }
}
