import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { FluentBundle, FluentResource, type FluentVariable } from '@fluent/bundle'

/** Says a sentence of `locales/` in one language. Values are inserted as they are: escape them for the medium first. */
export type Say = (key: string, values?: Record<string, FluentVariable>) => string

export interface Words {
  /** Codes of the languages that there are, English first. */
  languages: readonly string[]
  /** The nearest language that there is to a code such as `fr-CA`; English when there is none. */
  nearest(code: string | null | undefined): string
  /** Speaks the nearest language. */
  in(language: string | null | undefined): Say
}

/**
 * Loads every Fluent file of every language. Placeables are isolated with Unicode marks, so that a Latin name inside
 * an Arabic sentence does not turn its order around.
 *
 * @throws when a file has a syntax error: at start, not when the sentence is needed
 */
export function loadWords(folder: string): Words {
  const names = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
  const languages = ['en', ...names.filter((name) => name !== 'en').sort()]
  const bundles = new Map(languages.map((language) => [language, loadBundle(folder, language)]))
  const english = bundles.get('en')
  if (!english) throw new Error(`There is no English in ${folder}.`)
  const nearest = (code: string | null | undefined) => {
    const base = code?.toLowerCase().split(/[-_]/)[0] ?? ''
    return bundles.has(base) ? base : 'en'
  }
  return {
    languages,
    nearest,
    in: (language) => {
      const bundle = bundles.get(nearest(language)) ?? english
      return (key, values = {}) => speak(bundle, key, values) ?? speak(english, key, values) ?? key
    },
  }
}

function loadBundle(folder: string, language: string): FluentBundle {
  const bundle = new FluentBundle(language)
  for (const file of readdirSync(join(folder, language)).filter((name) => name.endsWith('.ftl'))) {
    const text = typeset(language, readFileSync(join(folder, language, file), 'utf8'))
    const errors = bundle.addResource(new FluentResource(text))
    if (errors.length > 0)
      throw new Error(`${language}/${file}: ${errors.map((error) => error.message).join('; ')}`)
  }
  return bundle
}

/** French sets a space before some signs and inside its quotes, which must not let the sign begin the next line. */
function typeset(language: string, text: string): string {
  if (language !== 'fr') return text
  return text.replace(/(?<=[^\s=\]]) (?=[:;!?»])/g, '\u00a0').replace(/« /g, '«\u00a0')
}

function speak(
  bundle: FluentBundle,
  key: string,
  values: Record<string, FluentVariable>,
): string | undefined {
  const pattern = bundle.getMessage(key)?.value
  return pattern ? bundle.formatPattern(pattern, values, []) : undefined
}
