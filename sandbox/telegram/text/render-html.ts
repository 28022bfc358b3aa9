import { checkLink } from './check-link.ts'
import { type Entity, sortEntities } from './entity.ts'

function escapeText(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)
}

function linkTag(url: string): string {
  return `<a href="${escapeText(url)}" target="_blank" rel="noopener noreferrer">`
}

function openTag(entity: Entity, text: string): string {
  const content = text.slice(entity.offset, entity.offset + entity.length)
  switch (entity.type) {
    case 'bold':
      return '<b>'
    case 'italic':
      return '<i>'
    case 'underline':
      return '<u>'
    case 'strikethrough':
      return '<s>'
    case 'code':
      return '<code>'
    case 'pre':
      return '<pre>'
    case 'blockquote':
    case 'expandable_blockquote':
      return '<blockquote>'
    case 'text_link':
      return /^https?:/i.test(entity.url ?? '') ? linkTag(entity.url ?? '') : '<span>'
    case 'url': {
      const checked = checkLink(content)
      return 'url' in checked ? linkTag(checked.url) : '<span>'
    }
    default:
      return `<span class="tg-${entity.type.replace(/[^a-z]/g, '-')}">`
  }
}

/**
 * Safe HTML of a message for the playground page: the text escaped, the entities as tags, links only to
 * http(s). Line breaks stay
 * characters. Entities that overlap without nesting are closed and opened again where they cross.
 */
export function renderHtml(text: string, entities: Entity[]): string {
  const sorted = sortEntities(entities)
  const borders = new Set([0, text.length])
  for (const { offset, length } of sorted) {
    borders.add(offset)
    borders.add(offset + length)
  }
  const cuts = [...borders].filter((cut) => cut <= text.length).toSorted((a, b) => a - b)
  let open: Entity[] = []
  let html = ''
  const closeTag = (entity: Entity) => `</${/^<(\w+)/.exec(openTag(entity, text))?.[1] ?? 'span'}>`
  for (const [index, cut] of cuts.entries()) {
    const firstEnded = open.findIndex((entity) => entity.offset + entity.length <= cut)
    if (firstEnded >= 0) {
      const closed = open.splice(firstEnded)
      html += closed.toReversed().map(closeTag).join('')
      const again = closed.filter((entity) => entity.offset + entity.length > cut)
      html += again.map((entity) => openTag(entity, text)).join('')
      open = [...open, ...again]
    }
    const begun = sorted.filter((entity) => entity.offset === cut && entity.length > 0)
    html += begun.map((entity) => openTag(entity, text)).join('')
    open.push(...begun)
    html += escapeText(text.slice(cut, cuts[index + 1] ?? cut))
  }
  return html
}
