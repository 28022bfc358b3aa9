import { decodeHtmlEntity } from './decode-html-entity.ts'
import { type Entity, type FormattedText, sortEntities } from './entity.ts'
import { linkEntity } from './link-entity.ts'
import { byteOffset, parseFailure } from './parse-failure.ts'
import { readEndTag, readStartTag, type StartTag } from './read-html-tag.ts'

const typeOf: Record<string, string> = {
  b: 'bold',
  strong: 'bold',
  i: 'italic',
  em: 'italic',
  u: 'underline',
  ins: 'underline',
  s: 'strikethrough',
  strike: 'strikethrough',
  del: 'strikethrough',
  span: 'spoiler',
  'tg-spoiler': 'spoiler',
  code: 'code',
  pre: 'pre',
}

interface Open {
  tag: StartTag
  offset: number
}

function entityOf({ tag, offset }: Open, text: string): Entity | undefined {
  const length = text.length - offset
  if (length === 0) return undefined
  switch (tag.name) {
    case 'a':
      return linkEntity(tag.attributes.get('href') || text.slice(offset), offset, length)
    case 'blockquote': {
      const type = tag.attributes.has('expandable') ? 'expandable_blockquote' : 'blockquote'
      return { type, offset, length }
    }
    case 'tg-emoji': {
      const id = tag.attributes.get('emoji-id') ?? ''
      if (!/^-?[1-9]\d{0,18}$/.test(id) || BigInt(id) > 2n ** 63n - 1n) {
        throw parseFailure('Invalid custom emoji identifier specified')
      }
      return { type: 'custom_emoji', offset, length, custom_emoji_id: id }
    }
    case 'tg-time':
      return { type: 'date_time', offset, length }
    case 'code': {
      const language = /^language-(.+)$/.exec(tag.attributes.get('class') ?? '')?.[1]
      return { type: 'code', offset, length, ...(language ? { language } : {}) }
    }
    default:
      return { type: typeOf[tag.name] ?? tag.name, offset, length }
  }
}

// `<pre><code class="language-x">` is one block with a language; a language on any other code means nothing.
function joinPreAndCode(entities: Entity[]): Entity[] {
  const same = (a: Entity, b: Entity) => a.offset === b.offset && a.length === b.length
  return entities.flatMap((entity) => {
    if (entity.type === 'pre') {
      const code = entities.find((other) => other.type === 'code' && other.language && same(other, entity))
      return [code?.language ? { ...entity, language: code.language } : entity]
    }
    if (entity.type !== 'code' || entity.language === undefined) return [entity]
    if (entities.some((other) => other.type === 'pre' && same(other, entity))) return []
    return [{ type: 'code', offset: entity.offset, length: entity.length }]
  })
}

/**
 * Parses parse_mode HTML by Telegram's own rules. Throws the Bot API's 400 with the byte offset of the
 * fault.
 */
export function parseHtml(html: string): FormattedText {
  const open: Open[] = []
  const entities: Entity[] = []
  let text = ''
  let i = 0
  while (i < html.length) {
    if (html[i] === '&') {
      const decoded = decodeHtmlEntity(html, i)
      text += decoded?.character ?? '&'
      i = decoded?.end ?? i + 1
    } else if (html[i] !== '<') {
      text += html[i]
      i += 1
    } else if (html[i + 1] === '/') {
      const last = open.pop()
      if (!last) throw parseFailure(`Unexpected end tag at byte offset ${byteOffset(html, i)}`)
      i = readEndTag(html, i, last.tag.name)
      const entity = entityOf(last, text)
      if (entity) entities.push(entity)
    } else {
      const tag = readStartTag(html, i)
      if (tag.name === 'span' && tag.attributes.get('class') !== 'tg-spoiler') {
        throw parseFailure(`Tag "span" must have class "tg-spoiler" at byte offset ${byteOffset(html, i)}`)
      }
      open.push({ tag, offset: text.length })
      i = tag.end
    }
  }
  const unclosed = open.at(-1)
  if (unclosed) throw parseFailure(`Can't find end tag corresponding to start tag "${unclosed.tag.name}"`)
  if (!text.isWellFormed()) {
    throw parseFailure(
      'Text contains invalid Unicode characters after decoding HTML entities, check for unmatched surrogate code units',
    )
  }
  return { text, entities: sortEntities(joinPreAndCode(entities)) }
}
