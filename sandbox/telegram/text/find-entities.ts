import { checkLink } from './check-link.ts'
import { type Entity, sortEntities } from './entity.ts'

const patterns: [type: string, pattern: RegExp][] = [
  ['bot_command', /(?<![\w/@<>])\/[A-Za-z0-9_]{1,64}(?:@[A-Za-z][A-Za-z0-9_]{2,31})?(?![\w/@<>])/g],
  ['email', /(?<![\w.+-])[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)*\.[A-Za-z]{2,24}(?![\w-])/g],
  [
    'url',
    /(?<![\w@./-])(?:https?:\/\/[^\s<>"']+|(?:[a-z0-9-]+\.)+(?:com|org|net|io|me|dev|app|fr|de|uk|in)(?:[/?#][^\s<>"']*)?)(?![\w@-])/gi,
  ],
  ['mention', /(?<![\w@])@[A-Za-z][A-Za-z0-9_]{2,31}(?!\w)/g],
  ['hashtag', /(?<![\p{L}\p{N}_#])#(?=[\p{L}\p{N}_]*\p{L})[\p{L}\p{N}_]{1,256}/gu],
  ['cashtag', /(?<![\w$])\$[A-Z]{1,8}(?!\w)/g],
  ['phone_number', /(?<![\w+])\+\d[\d ()-]{6,18}\d(?!\w)/g],
]

function overlaps(a: Entity, b: Entity): boolean {
  return a.offset < b.offset + b.length && b.offset < a.offset + a.length
}

/**
 * Finds what Telegram marks by itself (commands, links, mentions, hashtags, e-mails, phones) outside of
 * what is `taken`.
 */
export function findEntities(text: string, taken: Entity[] = []): Entity[] {
  const closed = taken.filter((entity) =>
    ['code', 'pre', 'text_link', 'text_mention', 'custom_emoji'].includes(entity.type),
  )
  const found: Entity[] = []
  for (const [type, pattern] of patterns) {
    for (const match of text.matchAll(pattern)) {
      const raw = type === 'url' ? match[0].replace(/[.,:;!?)]+$/, '') : match[0]
      if (type === 'url' && 'error' in checkLink(raw)) continue
      const entity: Entity = { type, offset: match.index, length: raw.length }
      if ([...closed, ...found].some((other) => overlaps(entity, other))) continue
      if (taken.some((other) => other.type === type && other.offset === entity.offset)) continue
      found.push(entity)
    }
  }
  return sortEntities([...taken, ...found])
}
