import type { Entity, FormattedText } from './entity.ts'
import { linkEntity } from './link-entity.ts'
import { byteOffset, parseFailure } from './parse-failure.ts'

/**
 * Parses the old parse_mode Markdown, which knows no nesting: bold, italic, code, pre and links. Throws the
 * Bot API's 400.
 */
export function parseMarkdown(markup: string): FormattedText {
  const entities: Entity[] = []
  let text = ''
  let i = 0
  while (i < markup.length) {
    const character = markup.charAt(i)
    if (character === '\\' && /[_*`[]/.test(markup.charAt(i + 1))) {
      text += markup.charAt(i + 1)
      i += 2
      continue
    }
    if (!/[_*`[]/.test(character)) {
      text += character
      i += 1
      continue
    }
    const begin = i
    const pre = markup.startsWith('```', i)
    const close = pre ? '```' : character === '[' ? ']' : character
    i += pre ? 3 : 1
    const end = markup.indexOf(close, i)
    if (end < 0) {
      throw parseFailure(`Can't find end of the entity starting at byte offset ${byteOffset(markup, begin)}`)
    }
    let inner = markup.slice(i, end)
    i = end + close.length
    const offset = text.length
    if (pre) {
      const language = /^([^\s`]+)\n/.exec(inner)?.[1]
      inner = language ? inner.slice(language.length + 1) : inner.replace(/^\n/, '')
      if (inner)
        entities.push({ type: 'pre', offset, length: inner.length, ...(language ? { language } : {}) })
    } else if (character === '[') {
      let url = inner
      if (markup[i] === '(') {
        const urlEnd = markup.indexOf(')', i)
        if (urlEnd >= 0) {
          url = markup.slice(i + 1, urlEnd)
          i = urlEnd + 1
        }
      }
      const link = inner ? linkEntity(url, offset, inner.length) : undefined
      if (link) entities.push(link)
    } else if (inner) {
      const type = character === '*' ? 'bold' : character === '_' ? 'italic' : 'code'
      entities.push({ type, offset, length: inner.length })
    }
    text += inner
  }
  return { text, entities }
}
