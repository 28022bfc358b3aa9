import { FluentBundle, FluentResource, type FluentVariable } from '@fluent/bundle'

/** Says a sentence of `locales/<language>/miniapp.ftl`. */
export type Say = (key: string, values?: Record<string, FluentVariable>) => string

/** How the page speaks. */
export interface Tongue {
  language: string
  direction: 'ltr' | 'rtl'
  say: Say
}

/** A part of the bundle for each language: only the one that is spoken is loaded. */
const files = import.meta.glob<string>('../../../locales/*/miniapp.ftl', { query: '?raw', import: 'default' })
const rightToLeft = new Set(['ar', 'fa', 'he', 'ur'])

const fileOf = (language: string) => files[`../../../locales/${language}/miniapp.ftl`]

/** The nearest language that there is, with its words; English where there is none. */
export async function readTongue(wanted: string): Promise<Tongue> {
  const base = wanted.toLowerCase().split(/[-_]/)[0] ?? ''
  const language = fileOf(base) ? base : 'en'
  const bundle = new FluentBundle(language)
  bundle.addResource(new FluentResource((await fileOf(language)?.()) ?? ''))
  const direction = rightToLeft.has(language) ? 'rtl' : 'ltr'
  document.documentElement.lang = language
  document.documentElement.dir = direction
  return {
    language,
    direction,
    say(key, values = {}) {
      const pattern = bundle.getMessage(key)?.value
      return pattern ? bundle.formatPattern(pattern, values, []) : key
    },
  }
}
