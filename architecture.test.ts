import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'

const root = import.meta.dirname
const rooms = ['bot', 'core', 'webhooks', 'admin-miniapp', 'sandbox', 'bench'] as const

/** What each room may import of ours, besides itself. */
const law: Record<(typeof rooms)[number], string[]> = {
  core: [],
  bot: ['core'],
  webhooks: ['core'],
  'admin-miniapp': ['core'],
  sandbox: [],
  // Benchmarks measure the whole from outside, against core's own parts where a figure is about one of them.
  bench: ['core', 'sandbox'],
}

const sources = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.(tsx?|js)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))

const isTest = (file: string) => /\.(test|contract)\.tsx?$/.test(file) || /[\\/]testing[\\/]/.test(file)

/** The room that an import leads to, or undefined for a package. */
function roomOf(file: string, specifier: string): string | undefined {
  if (specifier.startsWith('#')) return specifier.slice(1).split('/')[0]
  if (!specifier.startsWith('.')) return undefined
  return relative(root, resolve(dirname(file), specifier)).split(/[\\/]/)[0]
}

const importsOf = (file: string): string[] =>
  [...readFileSync(file, 'utf8').matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)].flatMap(
    (match) => match[1] ?? [],
  )

describe('the law of imports', () => {
  for (const room of rooms) {
    it(`lets ${room} import ${law[room].join(' and ') || 'nothing of ours but itself'}`, () => {
      const allowed = new Set<string>([room, ...law[room]])
      const broken = sources(join(root, room))
        .filter((file) => !isTest(file))
        .flatMap((file) =>
          importsOf(file).flatMap((specifier) => {
            const target = roomOf(file, specifier)
            return target === undefined || allowed.has(target) || target === 'package.json'
              ? []
              : `${relative(root, file)} imports ${specifier}`
          }),
        )
      expect(broken).toEqual([])
    })
  }

  it('keeps Telegram, Meta and HTTP out of core', () => {
    const foreign = /^(grammy|koa|@koa\/|whatsapp-api-js)/
    const broken = sources(join(root, 'core')).flatMap((file) =>
      importsOf(file)
        .filter((specifier) => foreign.test(specifier))
        .map((specifier) => `${relative(root, file)} imports ${specifier}`),
    )
    expect(broken).toEqual([])
  })

  it('lets only main.ts and tests read the environment', () => {
    const readers = rooms
      .filter((room) => room !== 'bench')
      .flatMap((room) => sources(join(root, room)))
      .filter((file) => !isTest(file) && readFileSync(file, 'utf8').includes('process.env'))
      .map((file) => relative(root, file))
    // The sandbox is a program of its own when it runs as one; initdb and the like want the path of programs.
    expect(
      readers.filter((file) => !file.startsWith('sandbox') && !file.startsWith('core/database/embedded')),
    ).toEqual([])
  })
})

describe('the explicit lists', () => {
  const lists: { list: string; folder: string; defines: RegExp }[] = [
    { list: 'core/commands.ts', folder: 'core', defines: /export const (\w+) = defineCommand\(/ },
    { list: 'core/queries.ts', folder: 'core', defines: /export const (\w+) = defineQuery\(/ },
    { list: 'bot/wizards/index.ts', folder: 'bot/wizards', defines: /export const (\w+) = defineWizard\(/ },
  ]
  for (const { list, folder, defines } of lists) {
    it(`has everything that ${folder} defines for it in ${list}`, () => {
      const text = readFileSync(join(root, list), 'utf8')
      const listed = text.slice(text.search(/^export const/m))
      const missing = sources(join(root, folder))
        .filter((file) => !isTest(file))
        .flatMap((file) => readFileSync(file, 'utf8').match(defines)?.[1] ?? [])
        .filter((name) => !new RegExp(`\\b${name}\\b`).test(listed))
      expect(missing, `add these to ${list}`).toEqual([])
    })
  }
})

describe('the documents', () => {
  it('prints every setting into .env.example', async () => {
    const { printAllSettings } = await import('./.ci/print-env-example.ts')
    expect(
      readFileSync(join(root, '.env.example'), 'utf8'),
      'run: node .ci/print-env-example.ts --write',
    ).toBe(printAllSettings())
  })
})
