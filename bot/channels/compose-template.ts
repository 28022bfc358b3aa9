/** What a member writes of a template. */
export interface WrittenText {
  /** With placeholders `{{1}}`, `{{2}}`, … */
  body: string
  /** What stands for each placeholder when the network looks at it: without them it approves nothing. */
  examples: string[]
  /** Empty: none. */
  footer: string
}

/** Meta's limits, in characters. */
export const longestBody = 1024
export const longestFooter = 60

/** How many placeholders a body has. */
export const placeholdersOf = (body: string): number =>
  new Set([...body.matchAll(/\{\{(\d+)\}\}/g)].map(([, number]) => number)).size

export type BodyProblem = 'too-long' | 'numbers' | 'edges' | 'empty'

/**
 * What Meta would refuse a body for: placeholders that are not numbered from 1 without a gap, or stand at its beginning or
 * end. Sooner said here than after a day.
 */
export function problemOfBody(body: string): BodyProblem | undefined {
  if (body.trim() === '') return 'empty'
  if (body.length > longestBody) return 'too-long'
  const numbers = [...body.matchAll(/\{\{(\d+)\}\}/g)].map(([, number]) => Number(number))
  const isCounted = [...new Set(numbers)]
    .toSorted((a, b) => a - b)
    .every((number, index) => number === index + 1)
  const isStrange = /\{\{|\}\}/.test(body.replace(/\{\{\d+\}\}/g, ''))
  if (!isCounted || isStrange) return 'numbers'
  // Signs alone are no text to Meta: `{{1}}!` ends with a placeholder too.
  const bare = body.replace(/[^\p{L}\p{N}{}]/gu, '')
  return /^\{\{\d+\}\}|\{\{\d+\}\}$/.test(bare) ? 'edges' : undefined
}

/** Meta's components of a text template, with the examples that it wants to see. */
export function composeTemplate({ body, examples, footer }: WrittenText) {
  return [
    {
      type: 'BODY',
      text: body,
      ...(examples.length > 0 ? { example: { body_text: [examples] } } : {}),
    },
    ...(footer === '' ? [] : [{ type: 'FOOTER', text: footer }]),
  ]
}

/** The body as a customer would read it, with the examples in place. */
export const exampleOf = ({ body, examples }: Pick<WrittenText, 'body' | 'examples'>): string =>
  body.replace(/\{\{(\d+)\}\}/g, (placeholder, number) => examples[Number(number) - 1] ?? placeholder)
