import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join, relative } from 'node:path'

const root = join(import.meta.dirname, '../..')
const web = join(import.meta.dirname, '../web')
const locales = join(root, 'locales')

/** What the page is bundled with and from. */
const packages = ['vite', 'preact', '@fluent/bundle']

/** Says by its content what the page would be built from: another digest, another page. */
export async function digestOfSources(): Promise<string> {
  const { dependencies } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'))
  const hash = createHash('sha256')
  hash.update(JSON.stringify(packages.map((name) => [name, dependencies[name]])))
  for (const file of await listSources()) {
    hash.update(`\n${relative(root, file)}\n`)
    hash.update(await readFile(file))
  }
  return hash.digest('hex').slice(0, 16)
}

async function listSources(): Promise<string[]> {
  const languages = await readdir(locales, { withFileTypes: true })
  const all = [
    join(import.meta.dirname, 'build-page.ts'),
    ...languages.filter((it) => it.isDirectory()).map(({ name }) => join(locales, name, 'miniapp.ftl')),
    ...(await readdir(web, { withFileTypes: true, recursive: true }))
      .filter((entry) => entry.isFile() && !/\.test\.tsx?$/.test(entry.name))
      .map((entry) => join(entry.parentPath, entry.name)),
  ]
  return all.sort()
}
