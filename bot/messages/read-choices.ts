/** What a member wrote, with the answers that he offers to choose from; none: it is a text like any other. */
export interface WrittenChoices {
  body: string
  options: string[]
}

const choice = /\[([^[\]\n]*[^\s[\]][^[\]\n]*)\]/g
const choiceLine = /^\s*(?:\[[^[\]\n]*[^\s[\]][^[\]\n]*\]\s*)+$/

/**
 * Reads the last lines of a text that are nothing but `[Yes] [No]`, or one `[Title]` each, as choices, each once. A
 * backslash before the first bracket of such a line keeps it as it is, and is taken out.
 */
export function readChoices(text: string): WrittenChoices {
  const lines = text.trimEnd().split('\n')
  let first = lines.length
  while (first > 0 && choiceLine.test(lines[first - 1] ?? '')) first -= 1
  const options = lines
    .slice(first)
    .flatMap((line) => [...line.matchAll(choice)].map(([, title]) => (title ?? '').trim()))
  const kept = first < lines.length ? lines.slice(0, first).join('\n').trimEnd() : text
  return { body: withoutBackslashes(kept), options: [...new Set(options)] }
}

const withoutBackslashes = (text: string): string =>
  text
    .split('\n')
    .map((line) => {
      const bare = line.replace(/^(\s*)\\(?=\[)/, '$1')
      return choiceLine.test(bare) ? bare : line
    })
    .join('\n')
