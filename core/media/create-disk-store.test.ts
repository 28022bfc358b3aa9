import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { createDiskStore } from './create-disk-store.ts'
import { testMediaStore } from './media-store.contract.ts'

const root = mkdtempSync(join(tmpdir(), 'parley-store-'))
afterAll(() => rmSync(root, { recursive: true }))
const everything = (folder: string) => readdirSync(folder, { recursive: true, withFileTypes: true })

describe('a folder as media store', () => {
  const folder = join(root, 'contract')
  testMediaStore(async () => createDiskStore(folder))

  it('leaves nothing half written behind', () => {
    expect(readdirSync(join(folder, 'incoming'))).toEqual([])
  })
  it('can be read by nobody else', () => {
    for (const entry of everything(folder)) {
      const { mode } = statSync(join(entry.parentPath, entry.name))
      expect(mode & 0o777).toBe(entry.isDirectory() ? 0o700 : 0o600)
    }
    expect(statSync(folder).mode & 0o777).toBe(0o700)
  })
})

it('shows a file whole or not at all while it is written', async () => {
  const store = createDiskStore(join(root, 'atomic'))
  const first = Buffer.alloc(500_000, 1)
  const second = Buffer.alloc(500_000, 2)
  const put = (bytes: Buffer) => store.put('gym/x', bytes, { mime: 'image/png', size: bytes.length })
  await put(first)
  const seen = new Set<string>()
  let writing = true
  const writes = Promise.all([put(second), put(first), put(second)]).finally(() => {
    writing = false
  })
  while (writing) {
    const opened = await store.open('gym/x')
    const bytes = Buffer.concat((await opened?.stream.toArray()) ?? [])
    seen.add(`${bytes.length}:${new Set(bytes).size}`)
  }
  await writes
  expect([...seen]).toEqual(['500000:1'])
})
