const named: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"' }

/**
 * Decodes the character reference at `index` (where an `&` stands). Telegram knows numbers and four names,
 * with or without the
 * semicolon; everything else stays as it is. Returns undefined when there is nothing to decode.
 */
export function decodeHtmlEntity(
  text: string,
  index: number,
): { character: string; end: number } | undefined {
  const rest = text.slice(index, index + 16)
  const numeric = /^&#(?:x([0-9a-f]+)|([0-9]+));?/i.exec(rest)
  if (numeric) {
    const code = numeric[1] !== undefined ? Number.parseInt(numeric[1], 16) : Number(numeric[2])
    if (code === 0 || code > 0x10ffff) return undefined
    return { character: String.fromCodePoint(code), end: index + numeric[0].length }
  }
  const word = /^&([a-z]+);?/i.exec(rest)
  const character = word?.[1] === undefined ? undefined : named[word[1]]
  return word && character !== undefined ? { character, end: index + word[0].length } : undefined
}
