import { mkdir, mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createLog } from '#core/log.ts'
import { openPage } from './open-page.ts'

const log = createLog('silent')
let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'parley-page-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

it('is built once for all, whole, where it can be written to', async () => {
  const place = join(folder, 'a')
  const blocked = join(folder, 'file')
  await writeFile(blocked, 'no folder')
  const folders = [join(blocked, 'cache'), place]
  const pages = [openPage({ folders, log }), openPage({ folders, log })]
  await Promise.all(pages.map((page) => page.ready()))
  const index = await pages[0]?.file('index.html')
  const html = index?.body.toString('utf8') ?? ''
  const [, script = ''] = /src="\.\/(assets\/[^"]+)"/.exec(html) ?? []
  expect(await pages[1]?.file(script)).toMatchObject({ extension: '.js' })
  // No code and no style inside of it: the page's policy would stop both.
  expect(html).not.toMatch(/<script(?![^>]*\ssrc=)[^>]*>|<style|\son\w+=|\sstyle=/)
  expect(await readdir(place)).toHaveLength(1)

  const [built = ''] = await readdir(place)
  await writeFile(join(place, built, 'index.html'), 'kept')
  const again = openPage({ folders, log })
  expect((await again.file('index.html'))?.body.toString('utf8')).toBe('kept')
})

it('is tried again after it could not be built', async () => {
  const blocked = join(folder, 'later')
  await writeFile(blocked, 'no folder')
  const page = openPage({ folders: [blocked], log })
  await expect(page.ready()).rejects.toThrow(blocked)
  await rm(blocked)
  await page.ready()
  expect(await page.file('index.html')).toBeDefined()
})

it('lets old pages go, and those that another version may still use not', async () => {
  const place = join(folder, 'c')
  const page = openPage({ folders: [place], log })
  const old = join(place, 'old')
  await mkdir(join(place, 'recent'), { recursive: true })
  await mkdir(old)
  const monthAgo = new Date(Date.now() - 30 * 24 * 3_600_000)
  await utimes(old, monthAgo, monthAgo)
  await page.ready()
  const left = await readdir(place)
  expect(left).toContain('recent')
  expect(left).not.toContain('old')
})
