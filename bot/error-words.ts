import type { DeskError } from '#core/errors.ts'
import type { Say } from '#core/i18n.ts'
import { sayNetwork } from './cards/words-of-lead.ts'
import { cutLine } from './text/cut-text.ts'
import { tame } from './text/escape-html.ts'

/** How much of a name or word inside such a sentence is shown: the whole must fit over a button. */
const longestValue = 40

/** What a refusal of the desk means to a person, as plain text. */
export function sayError(say: Say, { code, data }: DeskError): string {
  const values = Object.fromEntries(
    Object.entries(data).map(([name, value]) => [
      name,
      name === 'number'
        ? String(value)
        : name === 'network'
          ? sayNetwork(say, String(value))
          : shownValue(value),
    ]),
  )
  const key = `error-${code}`
  const said = say(key, values)
  return said === key ? say('error-unknown') : said
}

const shownValue = (value: string | number) =>
  typeof value === 'string' ? cutLine(tame(value), longestValue) : value
