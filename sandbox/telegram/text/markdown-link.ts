import type { Entity } from './entity.ts'
import { byteOffset, parseFailure } from './parse-failure.ts'

/**
 * Reads the `(…)` of a MarkdownV2 link that may stand at `begin`; undefined when there is none. Throws when
 * it never ends.
 */
export function readLinkTarget(markup: string, begin: number): { url: string; end: number } | undefined {
  if (markup[begin] !== '(') return undefined
  let url = ''
  let i = begin + 1
  while (i < markup.length && markup[i] !== ')') {
    if (markup[i] === '\\' && markup.charCodeAt(i + 1) < 127) i += 1
    url += markup.charAt(i)
    i += 1
  }
  if (i >= markup.length) {
    throw parseFailure(`Can't find end of a URL at byte offset ${byteOffset(markup, begin)}`)
  }
  return { url, end: i + 1 }
}

/** The entity of `![…](tg://emoji?id=…)`. Throws when the link is another one. */
export function emojiEntity(url: string | undefined, offset: number, length: number): Entity {
  if (url === undefined) throw parseFailure('The entity must contain a tg://emoji or tg://time URL')
  const id = /^tg:(?:\/\/)?emoji\/?\?(?:[^#]*&)?id=([1-9]\d*)(?:[&#]|$)/i.exec(url)?.[1]
  if (id === undefined) throw parseFailure('Invalid tg://emoji or tg://time URL specified')
  return { type: 'custom_emoji', offset, length, custom_emoji_id: id }
}
