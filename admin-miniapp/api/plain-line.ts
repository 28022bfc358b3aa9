import { cleanText } from '#core/clean-text.ts'

/** Marks that embed or override the direction of text: a name may not turn around what stands beside it. */
const directionMarks = /[\u202A-\u202E\u2066-\u2069]/g

/** What people wrote as one line of at most `max` UTF-16 units, an ellipsis included; never cut inside a character. */
export function plainLine(text: string, max: number): string {
  const line = cleanText(text).replace(directionMarks, '').replace(/\s+/g, ' ').trim()
  if (line.length <= max) return line
  const cut = line.slice(0, max - 1)
  return `${/[\ud800-\udbff]$/.test(cut) ? cut.slice(0, -1) : cut}…`
}
