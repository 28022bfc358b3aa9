import { decodeHtmlEntity } from './decode-html-entity.ts'
import { byteOffset, parseFailure } from './parse-failure.ts'

const space = /\s/
const knownTags = new Set(
  'a b strong i em s strike del u ins tg-spoiler tg-emoji tg-time span pre code blockquote'.split(' '),
)

export interface StartTag {
  name: string
  attributes: Map<string, string>
  /** Index after the closing `>`. */
  end: number
}

/**
 * Reads a start tag whose `<` stands at `begin`. Throws the Bot API's refusal for anything Telegram does
 * not accept.
 */
export function readStartTag(html: string, begin: number): StartTag {
  const fail = (reason: string) => parseFailure(`${reason} at byte offset ${byteOffset(html, begin)}`)
  let i = begin + 1
  const skipSpace = () => {
    while (i < html.length && space.test(html.charAt(i))) i += 1
  }
  while (i < html.length && !space.test(html.charAt(i)) && html[i] !== '>') i += 1
  if (i >= html.length) throw fail('Unclosed start tag')
  const name = html.slice(begin + 1, i).toLowerCase()
  if (!knownTags.has(name)) throw fail(`Unsupported start tag "${name}"`)
  const attributes = new Map<string, string>()
  for (;;) {
    skipSpace()
    if (html[i] === '>') return { name, attributes, end: i + 1 }
    if (i >= html.length) throw fail('Unclosed start tag')
    const nameBegin = i
    while (i < html.length && !space.test(html.charAt(i)) && html[i] !== '=' && html[i] !== '>') i += 1
    const attribute = html.slice(nameBegin, i).toLowerCase()
    if (attribute === '') throw fail(`Empty attribute name in the tag "${name}"`)
    skipSpace()
    if (html[i] !== '=') {
      attributes.set(attribute, '')
      continue
    }
    i += 1
    skipSpace()
    if (i >= html.length) throw fail(`Unclosed start tag "${name}"`)
    const quote = html.charAt(i)
    let value = ''
    if (quote !== '"' && quote !== "'") {
      const tokenBegin = i
      while (i < html.length && /[a-z0-9.-]/i.test(html.charAt(i))) i += 1
      value = html.slice(tokenBegin, i).toLowerCase()
      if (html[i] !== '>' && (i >= html.length || !space.test(html.charAt(i)))) {
        throw parseFailure(`Unexpected end of name token at byte offset ${byteOffset(html, tokenBegin)}`)
      }
    } else {
      i += 1
      while (i < html.length && html[i] !== quote) {
        const decoded = html[i] === '&' ? decodeHtmlEntity(html, i) : undefined
        value += decoded?.character ?? html.charAt(i)
        i = decoded?.end ?? i + 1
      }
      if (i >= html.length) throw fail('Unclosed start tag')
      i += 1
    }
    attributes.set(attribute, value)
  }
}

/**
 * Reads an end tag whose `<` stands at `begin` and which must close `expected`; `</>` closes anything.
 * Returns the index after it.
 */
export function readEndTag(html: string, begin: number, expected: string): number {
  let i = begin + 2
  while (i < html.length && !space.test(html.charAt(i)) && html[i] !== '>') i += 1
  const name = html.slice(begin + 2, i).toLowerCase()
  while (i < html.length && space.test(html.charAt(i))) i += 1
  const at = byteOffset(html, begin)
  if (html[i] !== '>') throw parseFailure(`Unclosed end tag at byte offset ${at}`)
  if (name !== '' && name !== expected) {
    throw parseFailure(
      `Unmatched end tag at byte offset ${at}, expected "</${expected}>", found "</${name}>"`,
    )
  }
  return i + 1
}
