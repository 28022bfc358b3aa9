import { escapeHtml } from '../../text/escape-html.ts'

/** Reading of plain JSON that networks sent and nobody checked. */
export const recordOf = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : {}

export const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : [])

/** Text or a number as text; undefined for anything else and for the empty text. */
export function textOf(value: unknown): string | undefined {
  if (typeof value === 'number' && Number.isFinite(value)) return String(value)
  return typeof value === 'string' && value.trim() !== '' ? value : undefined
}

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
