import type { Say, Words } from '#core/i18n.ts'

/** How to speak to one person now. */
export interface Voice {
  say: Say
  language: string
  now: Date
}

export const createVoice = (words: Words, language: string | null | undefined, now = new Date()): Voice => ({
  say: words.in(language),
  language: words.nearest(language),
  now,
})
