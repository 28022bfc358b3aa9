/**
 * Cuts plain text to at most `max` UTF-16 units, an ellipsis included, never inside a character.
 *
 * Telegram's limits count characters; counting UTF-16 units is never less, so what fits here fits there.
 */
export function cutText(text: string, max: number): string {
  if (text.length <= max) return text
  let end = Math.max(0, max - 1)
  const last = text.charCodeAt(end - 1)
  if (last >= 0xd800 && last <= 0xdbff) end -= 1
  return `${text.slice(0, end).trimEnd()}…`
}

/** The same on one line. */
export const cutLine = (text: string, max: number): string => cutText(text.replace(/\s+/g, ' ').trim(), max)
