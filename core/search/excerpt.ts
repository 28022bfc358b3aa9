import { isSign, normalWords } from './normal-words.ts'

/** A piece of a text, and where in it stands what was looked for: UTF-16 units of the piece, equal where nothing does. */
export interface Excerpt {
  text: string
  from: number
  to: number
}

/** How much of a text is looked through. */
const mostLooked = 20_000

/**
 * Cuts the piece out of a text in which the first of the terms stands. Terms are normalised; the text is as it was written.
 *
 * @param size UTF-16 units, about
 */
export function excerptOf(text: string, terms: string[], size = 120): Excerpt {
  const line = text.slice(0, mostLooked).replace(/\s+/g, ' ').trim()
  const { words, places } = placesOf(line)
  const found = terms.map((term) => ({ at: words.indexOf(` ${term}`), term }))
  const inside = terms.map((term) => ({ at: words.indexOf(term) - 1, term }))
  const hit = [...found, ...inside].find(({ at }) => at >= 0)
  if (!hit) return { text: cut(line, 0, size), from: 0, to: 0 }
  const from = places[hit.at + 1] ?? 0
  const last = places[hit.at + hit.term.length] ?? from
  const to = last + String.fromCodePoint(line.codePointAt(last) ?? 32).length
  const start = from + to < size ? 0 : boundary(line, Math.max(0, Math.floor((from + to - size) / 2)))
  const piece = cut(line, start, size)
  const lead = start > 0 ? 1 : 0
  return {
    text: lead ? `…${piece}` : piece,
    from: from - start + lead,
    to: Math.min(to - start, piece.length) + lead,
  }
}

/** What leaves no trace in normalised words, not even a space. */
const vanishing = /^[\p{M}\p{Cf}\u0621\u0640]+$/u

/** The normalised text with a space before it, and for each of its units where in the text it comes from. */
function placesOf(line: string): { words: string; places: number[] } {
  let words = ' '
  const places = [0]
  let at = 0
  const put = (unit: string) => {
    words += unit
    for (let part = 0; part < unit.length; part += 1) places.push(at)
  }
  for (const { segment } of new Intl.Segmenter().segment(line)) {
    const normal = normalWords(segment)
    const ends = isSign(normal) || (normal === '' && !vanishing.test(segment))
    if (ends && !words.endsWith(' ')) put(' ')
    put(normal)
    if (isSign(normal)) put(' ')
    at += segment.length
  }
  return { words, places }
}

/** Not inside a character, and at the beginning of a word where one is near. */
function boundary(line: string, at: number): number {
  const space = line.indexOf(' ', at)
  if (space >= 0 && space - at < 15) return space + 1
  const unit = line.charCodeAt(at)
  return unit >= 0xdc00 && unit <= 0xdfff ? at + 1 : at
}

function cut(line: string, start: number, size: number): string {
  const piece = line.slice(start, start + size)
  return start + size < line.length ? `${piece.toWellFormed().replace(/\ufffd$/, '')}…` : piece
}
