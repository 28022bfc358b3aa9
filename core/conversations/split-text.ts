import type { ChannelLimits } from '../channels/channel-port.ts'

type Unit = ChannelLimits['text']['unit']

/** How long a text is, as a network counts: in characters (code points) or in bytes of UTF-8. */
export const lengthOf = (text: string, unit: Unit): number =>
  unit === 'bytes' ? Buffer.byteLength(text) : [...text].length

const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' })
/** Where a text may be parted, best first; each mark ends the earlier part. */
const borders = [/\n\s*\n/g, /\n/g, /[.!?؟。…]+\s+/g, /\s+/g]
/** The earlier part is at least this much of what fits: better a border of a lesser kind than a message of one word. */
const leastFilled = 0.5

/**
 * Parts a text that is too long for one message: between paragraphs, lines, sentences or words, in this order, so
 * that links and words stay whole. Only a word that is itself too long is cut, and even then between what a reader
 * sees as characters, never inside one. White space at the borders is dropped; nothing else is.
 */
export function splitText(text: string, { max, unit }: ChannelLimits['text']): string[] {
  const parts: string[] = []
  let rest = text.trim()
  while (lengthOf(rest, unit) > max) {
    const head = rest.slice(0, findEnd(rest, max, unit)).trimEnd()
    parts.push(head)
    rest = rest.slice(head.length).trimStart()
  }
  return rest ? [...parts, rest] : parts
}

/** At which index to part; at least one character further on, so that parting comes to an end. */
function findEnd(text: string, max: number, unit: Unit): number {
  const most = countFitting(text, max, unit)
  // One more, since the white space after the last word need not fit.
  const reach = text.slice(0, most + 1)
  for (const border of borders) {
    const ends = [...reach.matchAll(border)].map(({ index, 0: mark }) => index + mark.trimEnd().length)
    const last = ends.findLast((end) => end <= most)
    if (last && last >= most * leastFilled) return last
  }
  const lastSpace = [...reach.matchAll(/\s+/g)].findLast(({ index }) => index > 0 && index <= most)
  return lastSpace ? lastSpace.index : most
}

/** How much from the beginning fits, in UTF-16 units, counted in whole graphemes; one at least, cut if it must be. */
function countFitting(text: string, max: number, unit: Unit): number {
  let length = 0
  let index = 0
  for (const { segment } of graphemes.segment(text.slice(0, max * 2 + 64))) {
    length += lengthOf(segment, unit)
    if (length > max) break
    index += segment.length
  }
  if (index > 0) return index
  // A single grapheme larger than a message: pieces of whole code points, the least evil.
  for (const character of text) {
    if (lengthOf(text.slice(0, index + character.length), unit) > max) break
    index += character.length
  }
  return Math.max(index, [...text][0]?.length ?? 1)
}
