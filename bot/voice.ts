import type { Say, Words } from '#core/i18n.ts'

/** How to speak to one person now. */
export interface Voice {
  say: Say
  language: string
  now: Date
  /** Begins a line that starts with somebody's name, so that the name does not turn the line around. */
  mark: string
}

const rightToLeft = new Set(['ar', 'fa', 'he', 'ur'])

export function createVoice(words: Words, wanted: string | null | undefined, now = new Date()): Voice {
  const language = words.nearest(wanted)
  const mark = rightToLeft.has(language) ? '\u200f' : '\u200e'
  return { say: words.in(language), language, now, mark }
}
