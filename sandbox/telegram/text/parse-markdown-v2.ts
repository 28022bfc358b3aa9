import { type Entity, type FormattedText, sortEntities } from './entity.ts'
import { linkEntity } from './link-entity.ts'
import { emojiEntity, readLinkTarget } from './markdown-link.ts'
import { byteOffset, parseFailure } from './parse-failure.ts'

const reserved = '_*[]()~`>#+-=|{}.!'
const nameOf: Record<string, string> = {
  '*': 'Bold',
  _: 'Italic',
  __: 'Underline',
  '~': 'Strikethrough',
  '||': 'Spoiler',
  '`': 'Code',
  '```': 'Pre',
  '[': 'TextUrl',
  '![': 'CustomEmoji',
  '>': 'BlockQuote',
}
const typeOf: Record<string, string> = {
  '*': 'bold',
  _: 'italic',
  __: 'underline',
  '~': 'strikethrough',
  '||': 'spoiler',
  '`': 'code',
  '```': 'pre',
}

interface Open {
  mark: string
  begin: number
  offset: number
  language?: string
}

/**
 * Parses parse_mode MarkdownV2: nested marks, and every reserved character must be escaped. Throws the Bot
 * API's 400.
 */
export function parseMarkdownV2(markup: string): FormattedText {
  const open: Open[] = []
  const entities: Entity[] = []
  let text = ''
  let i = 0
  const push = (entity: Entity) => {
    if (entity.length > 0) entities.push(entity)
  }
  const closeQuote = (quote: Open, expandable: boolean) => {
    const type = expandable ? 'expandable_blockquote' : 'blockquote'
    push({ type, offset: quote.offset, length: text.length - quote.offset })
  }
  const endless = (mark: Open) => {
    const name = mark.mark === '```' && mark.language ? 'PreCode' : nameOf[mark.mark]
    return parseFailure(`Can't find end of ${name} entity at byte offset ${byteOffset(markup, mark.begin)}`)
  }
  const closeLink = (mark: Open) => {
    const inner = text.slice(mark.offset)
    const target = readLinkTarget(markup, i)
    if (target) i = target.end
    const entity =
      mark.mark === '['
        ? linkEntity(target?.url || inner, mark.offset, inner.length)
        : emojiEntity(target?.url, mark.offset, inner.length)
    if (entity) push(entity)
  }
  const inQuote = () => open.find((mark) => mark.mark === '>')

  while (i < markup.length) {
    const character = markup.charAt(i)
    const top = open.at(-1)
    if (
      character === '\\' &&
      i + 1 < markup.length &&
      markup.charCodeAt(i + 1) > 0 &&
      markup.charCodeAt(i + 1) < 127
    ) {
      text += markup.charAt(i + 1)
      i += 2
      continue
    }
    if (top?.mark === '`' || top?.mark === '```') {
      if (!markup.startsWith(top.mark, i)) {
        // A lone backtick inside a block begins code of its own, so it has to be escaped there too.
        if (character === '`') open.push({ mark: '`', begin: i, offset: text.length })
        else text += character
        i += 1
        continue
      }
      open.pop()
      i += top.mark.length
      push({
        type: typeOf[top.mark] ?? 'code',
        offset: top.offset,
        length: text.length - top.offset,
        ...(top.language ? { language: top.language } : {}),
      })
      continue
    }
    const lineStart = text === '' || /[\n\r]$/.test(text)
    if (character === '>' && lineStart) {
      if (!inQuote()) open.push({ mark: '>', begin: i, offset: text.length })
      i += 1
      continue
    }
    if (character === '>' && /(^|[\n\r])\*\*$/.test(markup.slice(Math.max(0, i - 3), i))) {
      open.push({ mark: '>', begin: i, offset: text.length })
      i += 1
      continue
    }
    if (character === '\n' && inQuote() && markup[i + 1] !== '>') {
      text += character
      i += 1
      const mark = open.pop()
      if (!mark) continue
      if (mark.mark === '>') closeQuote(mark, false)
      else if (mark.mark === '||' && mark.offset === text.length - 1 && open.at(-1)?.mark === '>') {
        const quote = open.pop()
        if (quote) closeQuote(quote, true)
      } else throw endless(mark)
      continue
    }
    if (!reserved.includes(character)) {
      text += character
      i += 1
      continue
    }
    const two = markup.slice(i, i + 2)
    const mark = markup.startsWith('```', i)
      ? '```'
      : two === '||' || two === '![' || two === '__'
        ? two
        : character
    if (mark === ']' && (top?.mark === '[' || top?.mark === '![')) {
      open.pop()
      i += 1
      closeLink(top)
      continue
    }
    if (top && top.mark === mark && typeOf[mark]) {
      open.pop()
      i += mark.length
      push({ type: typeOf[mark] ?? mark, offset: top.offset, length: text.length - top.offset })
      continue
    }
    if (!nameOf[mark] || mark === '>') {
      throw parseFailure(`Character '${character}' is reserved and must be escaped with the preceding '\\'`)
    }
    const begin = i
    i += mark.length
    if (mark === '```') {
      const language = /^([^\s`]+)[\s]/.exec(markup.slice(i))?.[1]
      if (language) i += language.length
      const newline = /^(\r\n|\n\r|\n|\r)/.exec(markup.slice(i))?.[0]
      if (newline) i += newline.length
      open.push({ mark, begin, offset: text.length, ...(language ? { language } : {}) })
    } else {
      open.push({ mark, begin, offset: text.length })
    }
  }
  while (open.length > 0) {
    const mark = open.pop()
    if (!mark) break
    if (mark.mark === '>') closeQuote(mark, false)
    else if (mark.mark === '||' && mark.offset === text.length && open.at(-1)?.mark === '>') {
      const quote = open.pop()
      if (quote) closeQuote(quote, true)
    } else throw endless(mark)
  }
  return { text, entities: sortEntities(entities) }
}
