import { expect, it } from 'vitest'
import { planParts, type Sendable } from './plan-parts.ts'

const port = {
  network: 'whatsapp' as const,
  can: new Set(['text', 'file', 'template'] as const),
  limits: {
    text: { max: 20, unit: 'characters' as const },
    caption: 10,
    files: {
      image: { maxBytes: 1_000_000 },
      document: { maxBytes: 2_000_000 },
      sticker: { maxBytes: 1_000 },
    },
  },
}
const photo = {
  kind: 'image' as const,
  mime: 'image/jpeg',
  fileName: 'hall.jpg',
  size: 500_000,
  source: { network: 'telegram_staff' as const, mediaId: 'f1' },
}
const plan = (content: Sendable, within: 'window' | 'comment' = 'window') => planParts(content, port, within)

it('parts a long text into several messages, in order', () => {
  const parts = plan({ kind: 'text', body: 'One two three four. Five six seven eight.' })
  expect(parts.map(({ kind, body }) => [kind, body])).toEqual([
    ['text', 'One two three four.'],
    ['text', 'Five six seven'],
    ['text', 'eight.'],
  ])
})
it('does not part the one answer to a comment: it is refused with the numbers', () => {
  expect(() => plan({ kind: 'text', body: 'x'.repeat(21) }, 'comment')).toThrow(
    expect.objectContaining({ code: 'text-too-long', data: { limit: 20, length: 21 } }),
  )
})
it('puts a caption under the first file, or after the files when it is too long for one', () => {
  const short = plan({ kind: 'files', files: [photo, photo], caption: 'Our hall' })
  expect(short.map(({ body }) => body)).toEqual(['Our hall', null])
  const long = plan({ kind: 'files', files: [photo], caption: 'Our hall, as of today' })
  expect(long.map(({ kind, body }) => [kind, body])).toEqual([
    ['image', null],
    ['text', 'Our hall, as of'],
    ['text', 'today'],
  ])
})
it('loses no caption on a kind that has none', () => {
  const sticker = { ...photo, kind: 'sticker' as const, size: 10 }
  expect(plan({ kind: 'files', files: [sticker], caption: 'Hi' }).map(({ body }) => body)).toEqual([
    null,
    'Hi',
  ])
})
it('sends a large picture as a document, and refuses a larger one in words that help', () => {
  expect(plan({ kind: 'files', files: [{ ...photo, size: 1_500_000 }] })[0]).toMatchObject({
    kind: 'document',
    file: { kind: 'document' },
  })
  expect(() => plan({ kind: 'files', files: [{ ...photo, size: 3_000_000 }] })).toThrow(
    expect.objectContaining({ code: 'file-too-large', data: { limit: 2, size: 3 } }),
  )
})
it('refuses a template whose variables or file are missing', () => {
  const template = {
    id: 't',
    name: 'class_reminder',
    language: 'en',
    components: [
      { type: 'HEADER', format: 'IMAGE' },
      { type: 'BODY', text: 'At {{1}}' },
    ],
  }
  const content = { kind: 'template' as const, templateId: 't', variables: {} }
  expect(() => planParts(content, port, 'window', template)).toThrow(
    expect.objectContaining({ code: 'template-variables-missing', data: { missing: '1' } }),
  )
  expect(() => planParts({ ...content, variables: { 1: '7' } }, port, 'window', template)).toThrow(
    expect.objectContaining({ code: 'template-file' }),
  )
  const [part] = planParts({ ...content, variables: { 1: '7' }, file: photo }, port, 'window', template)
  expect(part).toMatchObject({ kind: 'template', body: 'At 7', content: { attachmentId: part?.file?.id } })
})
it('refuses an answer without words', () => {
  expect(() => plan({ kind: 'text', body: ' \n ' })).toThrow(expect.objectContaining({ code: 'text-empty' }))
})
