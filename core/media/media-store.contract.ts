import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { MediaStore } from './media-store.ts'

/** What every media store promises. Called in the store's own test. */
export function testMediaStore(open: () => Promise<MediaStore>): void {
  let store: MediaStore
  const about = (bytes: Buffer) => ({ mime: 'image/jpeg', size: bytes.length })
  const read = async (key: string, range?: { start: number; end: number }) => {
    const opened = await store.open(key, range)
    return opened && { bytes: await buffer(opened.stream), size: opened.size }
  }
  const large = Buffer.alloc(3_000_000, 'parley')
  beforeAll(async () => {
    store = await open()
  })
  afterAll(() => store.close?.())

  it('gives back what was put into it, from a buffer and from a stream', async () => {
    await store.put('gym/small', Buffer.from('hello'), { mime: 'image/jpeg', size: 5 })
    expect((await read('gym/small'))?.bytes.toString()).toBe('hello')
    await store.put('gym/large', Readable.from([large.subarray(0, 7), large.subarray(7)]), about(large))
    const back = await read('gym/large')
    expect(back?.size).toBe(large.length)
    expect(back?.bytes.equals(large)).toBe(true)
  })
  it('gives a part of a file, and says how long the whole is', async () => {
    await store.put('gym/part', Buffer.from('0123456789'), { mime: 'audio/ogg', size: 10 })
    expect(await read('gym/part', { start: 2, end: 4 })).toEqual({ bytes: Buffer.from('234'), size: 10 })
  })
  it('replaces a file that is put again', async () => {
    await store.put('gym/again', Buffer.from('first one'), { mime: 'image/png', size: 9 })
    await store.put('gym/again', Buffer.from('second'), { mime: 'image/png', size: 6 })
    expect((await read('gym/again'))?.bytes.toString()).toBe('second')
  })
  it('says that there is nothing where there is nothing', async () => {
    expect(await store.open('gym/nothing')).toBeUndefined()
  })
  it('forgets what is removed, and bears to be told twice', async () => {
    await store.put('gym/gone', Buffer.from('x'), { mime: 'image/png', size: 1 })
    await store.remove('gym/gone')
    await store.remove('gym/gone')
    expect(await store.open('gym/gone')).toBeUndefined()
  })
  it.each([
    ['shorter', 11],
    ['longer', 9],
  ])('keeps nothing of a file that is %s than it was said to be', async (_name, size) => {
    const content = Readable.from([Buffer.from('0123456789')])
    await expect(store.put('gym/cut', content, { mime: 'image/png', size })).rejects.toThrow()
    expect(await store.open('gym/cut')).toBeUndefined()
  })
  it('keeps nothing of a file whose source breaks off, and lets go of the source', async () => {
    const content = Readable.from(
      (async function* () {
        yield Buffer.from('01234')
        throw new Error('the disk is gone')
      })(),
    )
    await expect(store.put('gym/broken', content, { mime: 'image/png', size: 10 })).rejects.toThrow()
    expect(content.destroyed).toBe(true)
    expect(await store.open('gym/broken')).toBeUndefined()
  })
  it.each([
    '../out',
    '/etc/passwd',
    'a/../../b',
    'a\\b',
    'a/./b',
    'a//b',
    '',
    'a\0b',
    'a/b.c',
    'a'.repeat(65),
  ])('refuses %j as a name', async (key) => {
    await expect(store.put(key, Buffer.from('x'), { mime: 'image/png', size: 1 })).rejects.toThrow('no key')
    await expect(store.open(key)).rejects.toThrow('no key')
    await expect(store.remove(key)).rejects.toThrow('no key')
  })
}
