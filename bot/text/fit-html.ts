/** The longest text that Telegram takes, counted without tags and with each entity as one. */
export const longestText = 4096

const part = /<\/?([a-z-]+)[^>]*>|&(?:[a-z]+|#\d+|#x[\da-f]+);|[\s\S]/giu

/**
 * Cuts our own HTML to at most `max` visible UTF-16 units, with an ellipsis, never inside a tag, an entity or a
 * character; tags that are open at the cut are closed.
 */
export function fitHtml(html: string, max = longestText): string {
  if (html.length <= max || visibleLength(html) <= max) return html
  const open: string[] = []
  let kept = ''
  let length = 0
  for (const [piece, tag] of html.matchAll(part)) {
    if (tag !== undefined) {
      if (piece.startsWith('</')) open.pop()
      else open.push(tag)
      kept += piece
      continue
    }
    const width = widthOf(piece)
    if (length + width > max - 1) break
    kept += piece
    length += width
  }
  return `${kept}…${open
    .reverse()
    .map((tag) => `</${tag}>`)
    .join('')}`
}

/** How long Telegram sees the HTML, in UTF-16 units. */
export function visibleLength(html: string): number {
  let length = 0
  for (const [piece, tag] of html.matchAll(part)) if (tag === undefined) length += widthOf(piece)
  return length
}

const widthOf = (piece: string): number => (piece.startsWith('&') ? 1 : piece.length)
