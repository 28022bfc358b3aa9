import { normalWords } from '../search/normal-words.ts'

/** What makes a tag the same: without capitals, accents and signs. Of signs alone, such as 🔥, the signs themselves. */
export const tagKey = (name: string): string => normalWords(name) || name.trim().toLowerCase()
