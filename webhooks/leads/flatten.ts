/** An answer is text; longer ones than this are cut, since no form field is a novel. */
const longestAnswer = 10_000
const longestKey = 200
/** More fields than this are kept as one last answer, so that a hostile body makes no row of a million keys. */
const mostFields = 200
const deepest = 12

/**
 * Any JSON as a flat record of answers: `a.b[0].c` to text. Nothing is left out: what is too much or too deep stands
 * as JSON under the key where it begins.
 */
export function flatten(value: unknown): Record<string, string> {
  const answers = new Map<string, string>()
  walk(value, '', 0, answers)
  return Object.fromEntries(answers)
}

function walk(value: unknown, key: string, depth: number, answers: Map<string, string>): void {
  if (value === null || value === undefined) return
  const full = answers.size >= mostFields
  if (typeof value !== 'object' || depth >= deepest || full) {
    const name = full && !answers.has('…') ? '…' : key || 'value'
    if (full && answers.has('…')) return
    answers.set(name.slice(0, longestKey), textOf(value).slice(0, longestAnswer))
    return
  }
  if (Array.isArray(value) && value.every((part) => typeof part !== 'object')) {
    if (value.length > 0) walk(value.map(textOf).join(', '), key, depth, answers)
    return
  }
  for (const [part, inner] of Object.entries(value)) {
    const step = Array.isArray(value) ? `[${part}]` : part
    walk(inner, key === '' || Array.isArray(value) ? `${key}${step}` : `${key}.${step}`, depth + 1, answers)
  }
}

function textOf(value: unknown): string {
  if (typeof value === 'string') return value
  return typeof value === 'object' ? (JSON.stringify(value) ?? '') : String(value)
}
