import { describe, expect, it } from 'vitest'
import type { Albums } from '../channels/channel-port.ts'
import type { FileKind } from '../channels/inbound-item.ts'
import { albumKey, chooseTogether, joinAlbum } from './albums.ts'
import type { Part } from './plan-parts.ts'

const albums: Albums = {
  max: 4,
  maxBytes: 1_000,
  together: [['image', 'video'], ['document'], ['audio']],
  send: async () => ({ outcome: 'sent', externalIds: [] }),
}
const part = (messageId: string, kind: FileKind, bytes = 10) => ({ messageId, kind, bytes })
const together = (turn: string, ...parts: ReturnType<typeof part>[]) =>
  chooseTogether(parts, turn, albums).map(({ messageId }) => messageId)

describe('what goes out in one call', () => {
  it('is what the member sent, in his order, whichever part came first', () => {
    expect(together('c', part('a', 'image'), part('b', 'video'), part('c', 'image'))).toEqual(['a', 'b', 'c'])
  })
  it('are files that may stand together: documents with documents, music with music', () => {
    const mixed = [part('a', 'image'), part('b', 'document'), part('c', 'video'), part('d', 'document')]
    expect(together('a', ...mixed)).toEqual(['a', 'c'])
    expect(together('b', ...mixed)).toEqual(['b', 'd'])
    expect(together('m', part('m', 'audio'), part('i', 'image'), part('n', 'audio'))).toEqual(['m', 'n'])
  })
  it('is one alone where nothing may go with it, and where the network has no albums', () => {
    expect(together('a', part('a', 'image'), part('b', 'document'))).toEqual(['a'])
    expect(together('a', part('a', 'voice'), part('b', 'voice'))).toEqual(['a'])
    expect(chooseTogether([part('a', 'image'), part('b', 'image')], 'b', undefined)).toMatchObject([
      { messageId: 'b' },
    ])
    expect(together('gone', part('a', 'image'))).toEqual([])
  })
  it('is never more, and never larger, than one album may be, and always has the one whose turn it is', () => {
    const five = ['a', 'b', 'c', 'd', 'e'].map((id) => part(id, 'image'))
    expect(together('e', ...five)).toEqual(['a', 'b', 'c', 'e'])
    expect(together('b', part('a', 'image', 700), part('b', 'image', 400), part('c', 'image', 500))).toEqual([
      'b',
      'c',
    ])
    expect(together('a', part('a', 'video', 5_000), part('b', 'image'))).toEqual(['a'])
  })
})

describe('the parts of an answer', () => {
  const photo: Part = {
    kind: 'image',
    body: null,
    content: { kind: 'file', attachmentId: '1' },
    data: {},
    file: {
      id: '1',
      kind: 'image',
      mime: 'image/jpeg',
      fileName: 'a.jpg',
      size: 1,
      source: { network: 'telegram_staff', mediaId: 'm' },
    },
  }
  const text: Part = { kind: 'text', body: 'words', content: null, data: {} }

  it('are of the album where they have a file; the text of a caption that was too long is not', () => {
    const joined = joinAlbum([photo, text], 'k')
    expect(joined.map(({ album }) => album)).toEqual(['k', undefined])
  })
  it('are of one album only when one member sent them in one chat with one bot of ours', () => {
    const origin = { account: '7', chat: '9' }
    const keys = [
      albumKey('m', origin, '5'),
      albumKey('n', origin, '5'),
      albumKey('m', { ...origin, chat: '8' }, '5'),
      albumKey('m', { ...origin, account: '6' }, '5'),
      albumKey('m', origin, '6'),
    ]
    expect(new Set(keys).size).toBe(keys.length)
    expect(albumKey('m', { ...origin }, '5')).toBe(keys[0])
  })
})
