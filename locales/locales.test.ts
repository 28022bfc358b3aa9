import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { FluentResource } from '@fluent/bundle'
import { describe, expect, it } from 'vitest'
import { DeskError } from '#core/errors.ts'
import { loadWords } from '#core/i18n.ts'
import { sayError } from '../bot/error-words.ts'

const here = import.meta.dirname
const root = join(here, '..')
const languages = ['en', 'fr', 'ar']

interface Entry {
  file: string
  variables: string[]
  plurals: { variable: string; categories: string[] }[]
}

function readLanguage(language: string) {
  const entries = new Map<string, Entry>()
  const problems: string[] = []
  for (const file of readdirSync(join(here, language)).filter((name) => name.endsWith('.ftl'))) {
    const source = readFileSync(join(here, language, file), 'utf8')
    // The parser drops what it cannot read without a word, so what it kept is compared with what is written.
    const written = [...source.matchAll(/^([a-zA-Z][\w-]*) *=/gm)].map(([, key]) => key ?? '')
    const { body } = new FluentResource(source)
    const read = new Set(body.filter(({ value }) => value !== null).map(({ id }) => id))
    problems.push(
      ...written.filter((key) => !read.has(key)).map((key) => `${language}/${file}: ${key} cannot be read`),
    )
    if (/\{[^{}]*$/m.test(source.replace(/->\s*$/gm, '}')))
      problems.push(`${language}/${file}: a brace is open`)
    for (const { id, value } of body) {
      if (entries.has(id)) problems.push(`${language}/${file}: ${id} stands twice`)
      const entry: Entry = { file, variables: [], plurals: [] }
      walk(value, entry)
      entry.variables = [...new Set(entry.variables)].sort()
      entries.set(id, entry)
    }
  }
  return { entries, problems }
}

function walk(node: unknown, entry: Entry): void {
  if (Array.isArray(node)) for (const part of node) walk(part, entry)
  if (typeof node !== 'object' || node === null) return
  const { type, name, selector, variants } = node as Record<string, unknown>
  if (type === 'var') entry.variables.push(String(name))
  if (type === 'select') {
    const keys = (variants as { key: { value: unknown } }[]).map(({ key }) => String(key.value))
    entry.plurals.push({ variable: String((selector as { name?: string }).name), categories: keys })
  }
  for (const part of Object.values(node)) walk(part, entry)
}

function sourceFiles(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name)
    if (entry.isDirectory())
      return entry.name === 'testing' || entry.name === 'node_modules' ? [] : sourceFiles(path)
    return /\.tsx?$/.test(entry.name) && !entry.name.includes('.test.') ? [path] : []
  })
}

const code = ['core', 'bot', 'admin-miniapp']
  .flatMap((room) => sourceFiles(join(root, room)))
  .map((path) => readFileSync(path, 'utf8'))
const found = (pattern: RegExp) =>
  code.flatMap((text) => [...text.matchAll(pattern)].map((match) => match[1] ?? ''))

/** Keys that code asks for: in a call, beside a command or a wizard, or as values of a map whose name ends in Keys. */
const asked = new Set([
  ...found(/\b(?:say|in\(\w+\))\(\s*'([\w-]+)'/g),
  ...found(/\b(?:describedBy|calledBy): '([\w-]+)'/g),
  ...found(/Keys\b[^=\n]*= \{([^}]*)\}/g).flatMap((map) =>
    [...map.matchAll(/: '([\w-]+)'/g)].map(([, key]) => key ?? ''),
  ),
  ...found(/\? say\('([\w-]+)'/g),
  ...found(/: say\('([\w-]+)'/g),
  ...found(/new DeskError\(\s*'[\w-]+',\s*'([\w-]+)'/g).map((error) => `error-${error}`),
])

const read = new Map(languages.map((language) => [language, readLanguage(language)]))
const english = read.get('en')?.entries ?? new Map<string, Entry>()

describe('the languages', () => {
  it('keeps the slash of a command at its left in Arabic', () => {
    // Without the mark the slash goes with the Arabic before it. Outside of <code>, which is copied as it is.
    const bare = /(?<![\u200e\w</:-]|\u200e<code>)\/[a-z]{3,}|<code>\u200e/
    const found = readdirSync(join(here, 'ar')).flatMap((file) =>
      readFileSync(join(here, 'ar', file), 'utf8')
        .split('\n')
        .filter((written) => bare.test(written))
        .map((written) => `${file}: ${written}`),
    )
    expect(found).toEqual([])
  })

  it('are English, French and Arabic', () => {
    const folders = readdirSync(here, { withFileTypes: true }).filter((entry) => entry.isDirectory())
    expect(folders.map(({ name }) => name).sort()).toEqual([...languages].sort())
  })

  it.each(languages)('%s has no sentence that cannot be read', (language) => {
    expect(read.get(language)?.problems).toEqual([])
  })

  it.each(languages)('%s has every sentence, in the same file, with the same values', (language) => {
    const shape = (entries: Map<string, Entry>) =>
      [...entries].map(([key, { file, variables }]) => `${file} ${key}(${variables.join(', ')})`).sort()
    expect(shape(read.get(language)?.entries ?? new Map())).toEqual(shape(english))
  })

  it.each(languages)('%s counts in all of its own plural forms', (language) => {
    const needed =
      language === 'ar' ? new Intl.PluralRules('ar').resolvedOptions().pluralCategories : ['one', 'other']
    const incomplete = [...(read.get(language)?.entries ?? [])].flatMap(([key, { plurals }]) =>
      plurals.flatMap(({ categories }) =>
        needed.filter((category) => !categories.includes(category)).map((category) => `${key}: ${category}`),
      ),
    )
    expect(incomplete).toEqual([])
  })
})

describe('the code and its sentences', () => {
  it('asks for no sentence that there is not', () => {
    expect(asked.size).toBeGreaterThan(100)
    expect([...asked].filter((key) => !english.has(key))).toEqual([])
  })

  it('keeps no sentence that nobody asks for', () => {
    expect([...english.keys()].filter((key) => !asked.has(key))).toEqual([])
  })

  it.each(languages)('tells every refusal in %s within the room over a button', (language) => {
    const say = loadWords(here).in(language)
    const data = {
      owner: 'x'.repeat(300),
      field: 'y'.repeat(300),
      network: 'whatsapp',
      number: 123456,
      limit: 4096,
    }
    const codes = [...english.keys()].filter((key) => key.startsWith('error-')).map((key) => key.slice(6))
    const long = codes
      .map((name) => sayError(say, new DeskError('invalid', name, { ...data, length: 10_000, hours: 24 })))
      .filter((sentence) => sentence.length > 200)
    expect(long).toEqual([])
  })
})

/** The first letter or mark outside of values and tags: by it Telegram chooses the direction of a line. */
const firstStrong = (pattern: string): string | undefined =>
  /[\p{L}\u200e\u200f\u2139]/u.exec(pattern.replace(/\{[^}]*\}/g, '').replace(/<[^>]*>/g, ''))?.[0]

it('lets no Arabic line begin at the left', () => {
  const names = new Set(['history-parley', 'history-other', 'value-placeholder', 'time-zone-placeholder'])
  // Within a line of something else.
  const parts = new Set(['person-span', 'person-identity', 'history-said', 'send-template-title'])
  const wrong = readdirSync(join(here, 'ar')).flatMap((file) =>
    [...readFileSync(join(here, 'ar', file), 'utf8').matchAll(/^([\w-]+) = (.+)$/gm)]
      .filter(([, key = '', text = '']) => {
        const first = firstStrong(text)
        const isArabic = first !== undefined && /[\u0600-\u06ff\u200f]/.test(first)
        // Without a letter it is a number or another message's line.
        const says = first !== undefined || text.includes('}: {')
        return says && !isArabic && !text.endsWith('->') && !names.has(key) && !parts.has(key)
      })
      .map(([, key]) => `${file}: ${key}`),
  )
  expect(wrong).toEqual([])
})

it('marks the direction before signs that are letters to a computer', () => {
  // These count as Latin letters: what follows them would run from left to right.
  const bare = code.flatMap((text) => [...text.matchAll(/`(?:🆕|ℹ️) .{0,40}/g)].map(([line]) => line))
  expect(bare).toEqual([])
})

it('keeps French signs with the word before them', () => {
  expect(loadWords(here).in('fr')('find-ask')).toContain('chercher\u00a0?')
  const alone = Object.entries({ comma: ',', arrow: '→', 'import-no-country': '?' })
  for (const [key, sign] of alone) expect(loadWords(here).in('fr')(key)).toBe(sign)
  expect(loadWords(here).in('fr')('message-words', { words: 'oui' })).toBe('«\u00a0\u2068oui\u2069\u00a0»')
})
