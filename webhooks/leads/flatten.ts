/** An answer is text; longer ones than this are cut and say so, since no form field is a novel. */
const longestAnswer = 10_000
const longestKey = 200
/** More fields than this stand together in one last answer, so that a hostile body makes no row of a million keys. */
const mostFields = 200
const deepest = 12
/** The last answer, for what is too much. */
const rest = '…'

/**
 * Any JSON as a flat record of answers: `a.b[0].c` to text. What is too deep stands as JSON under the key where it
 * begins, and what is too much as lines under `…`; what is cut ends in `…`.
 */
export function flatten(value: unknown): Record<string, string> {
  const answers = new Map<string, string>()
  walk(value, '', 0, answers)
  return Object.fromEntries([...answers].map(([key, text]) => [key, cut(text)]))
}

function walk(value: unknown, key: string, depth: number, answers: Map<string, string>): void {
  if (value === null || value === undefined) return
  if (typeof value !== 'object' || depth >= deepest) {
    put(key || 'value', textOf(value), answers)
    return
  }
  if (Array.isArray(value) && value.every((part) => typeof part !== 'object')) {
    if (value.length > 0) put(key || 'value', value.map(textOf).join(', '), answers)
    return
  }
  for (const [part, inner] of Object.entries(value)) {
    const step = Array.isArray(value) ? `[${part}]` : part
    walk(inner, key === '' || Array.isArray(value) ? `${key}${step}` : `${key}.${step}`, depth + 1, answers)
  }
}

function put(key: string, text: string, answers: Map<string, string>): void {
  const name = key.slice(0, longestKey)
  if (answers.size < mostFields || answers.has(name)) {
    answers.set(name, text)
    return
  }
  const before = answers.get(rest) ?? ''
  // Beyond what is shown anyway nothing is gathered any more.
  if (before.length <= longestAnswer) answers.set(rest, `${before}${before && '\n'}${name}: ${text}`)
}

const cut = (text: string): string =>
  text.length > longestAnswer ? `${text.slice(0, longestAnswer)}…` : text

function textOf(value: unknown): string {
  if (typeof value === 'string') return value
  return typeof value === 'object' ? (JSON.stringify(value) ?? '') : String(value)
}
