import { textOf } from '#core/loose-json.ts'
import { escapeHtml } from '../../text/escape-html.ts'

/** Addresses that are longer would take the room of the words around them. */
const longestAddress = 2_000

/**
 * A line that leads to a page; none for what is no address of the web. The reader sees our own words and never the
 * address, which a stranger has chosen; Telegram shows it before it opens it.
 */
export function linkTo(address: unknown, words: string): string[] {
  const text = textOf(address)
  if (!text || text.length > longestAddress || !URL.canParse(text)) return []
  const url = new URL(text)
  return /^https?:$/.test(url.protocol) ? [`<a href="${escapeHtml(url.href)}">${words}</a>`] : []
}
