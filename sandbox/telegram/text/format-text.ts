import { badRequest } from '../api-error.ts'
import type { Params } from '../params.ts'
import { checkEntities } from './check-entities.ts'
import type { Entity, FormattedText } from './entity.ts'
import { findEntities } from './find-entities.ts'
import { parseHtml } from './parse-html.ts'
import { parseMarkdown } from './parse-markdown.ts'
import { parseMarkdownV2 } from './parse-markdown-v2.ts'

function parse(text: string, mode: string, entities: unknown): FormattedText {
  switch (mode.toLowerCase()) {
    case 'html':
      return parseHtml(text)
    case 'markdown':
      return parseMarkdown(text)
    case 'markdownv2':
      return parseMarkdownV2(text)
    case '':
    case 'none':
      return { text, entities: entities === undefined ? [] : checkEntities(entities, text) }
    default:
      throw badRequest('unsupported parse_mode')
  }
}

/**
 * Cuts white space off both ends and moves the entities with it, as Telegram does before it looks at the
 * length.
 */
function trim({ text, entities }: FormattedText): FormattedText {
  const begin = text.length - text.trimStart().length
  const kept = text.trim()
  const moved: Entity[] = []
  for (const entity of entities) {
    const from = Math.max(entity.offset - begin, 0)
    const to = Math.min(entity.offset + entity.length - begin, kept.length)
    if (to > from) moved.push({ ...entity, offset: from, length: to - from })
  }
  return { text: kept, entities: moved }
}

/**
 * The text of a call in its final form: parsed, trimmed, with the automatic entities added. `names` are the
 * parameters that hold it.
 * The length is not judged here, because text and caption have different limits and errors.
 */
export function formatText(params: Params, names: { text: string; entities: string }): FormattedText {
  const raw = (params.string(names.text) ?? '').replaceAll('\r', '')
  const parsed = trim(parse(raw, params.string('parse_mode') ?? '', params.json(names.entities)))
  return { text: parsed.text, entities: findEntities(parsed.text, parsed.entities) }
}

/** Length as the limits count it: Unicode code points. */
export function countCharacters(text: string): number {
  let count = 0
  for (const _ of text) count += 1
  return count
}
