import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Readable } from 'node:stream'
import Koa from 'koa'
import { expect, it } from 'vitest'
import type { Files, LinkedFile } from '#core/media/create-files.ts'
import { decideServing } from '#core/media/decide-serving.ts'
import { cleanFileName, contentDisposition } from './content-disposition.ts'
import { createMediaRouter } from './create-media-router.ts'
import { readRange } from './read-range.ts'

const text = '0123456789'

/** A desk whose links lead to what the test says; every stream that it opened is remembered. */
async function openDesk(
  files: Record<string, { mime: string; fileName?: string | null; download?: boolean }>,
) {
  const opened: Readable[] = []
  const follow: Files['follow'] = async (token) => {
    const file = files[token]
    if (!file) return undefined
    const linked: LinkedFile = {
      serving: decideServing({ mime: file.mime, width: 80, height: 60 }, file.download ?? false),
      kind: 'image',
      fileName: file.fileName ?? null,
      size: text.length,
      async open(range) {
        if (token === 'without-bytes') return undefined
        const part = range ? text.slice(range.start, range.end + 1) : text
        const stream = Readable.from([Buffer.from(part)])
        opened.push(stream)
        return stream
      },
    }
    return linked
  }
  const app = new Koa()
  app.use(createMediaRouter({ files: { follow } }).routes())
  const server = createServer(app.callback())
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/media`,
    opened,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

it('shows a picture, in a sandbox and kept by nobody', async () => {
  await using desk = await openDesk({ photo: { mime: 'image/jpeg', fileName: 'Été.jpg' } })
  const answer = await fetch(`${desk.url}/photo`)
  expect(answer.status).toBe(200)
  expect(await answer.text()).toBe(text)
  expect(Object.fromEntries(answer.headers)).toMatchObject({
    'content-type': 'image/jpeg',
    'content-length': '10',
    'content-disposition': `inline; filename="_t_.jpg"; filename*=UTF-8''%C3%89t%C3%A9.jpg`,
    'x-content-type-options': 'nosniff',
    'content-security-policy': "sandbox; default-src 'none'",
    'cache-control': 'private, no-store',
    'cross-origin-resource-policy': 'same-origin',
    'referrer-policy': 'no-referrer',
  })
  expect(answer.headers.get('accept-ranges')).toBeNull()
})

it.each([
  'text/html',
  'image/svg+xml',
  'application/xml',
  'application/x-msdownload',
  'application/octet-stream',
])('hands out %s as nothing but bytes to save', async (mime) => {
  await using desk = await openDesk({ trap: { mime, fileName: 'photo.jpg' } })
  const answer = await fetch(`${desk.url}/trap`)
  expect(answer.headers.get('content-type')).toBe('application/octet-stream')
  expect(answer.headers.get('content-disposition')).toMatch(/^attachment; /)
  expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
})

it('says the same of a wrong link, an old one, and one whose file is gone', async () => {
  await using desk = await openDesk({ 'without-bytes': { mime: 'image/jpeg' } })
  const answers = await Promise.all(
    ['wrong', '%00', '..%2F..%2Fetc', 'a'.repeat(5_000), 'without-bytes'].map(async (token) => {
      const answer = await fetch(`${desk.url}/${token}`)
      return [answer.status, answer.headers.get('content-type'), await answer.text()]
    }),
  )
  for (const answer of answers) expect(answer).toEqual(answers[0])
  expect(answers[0]?.[0]).toBe(404)
})

it.each(['POST', 'PUT', 'DELETE', 'PATCH'])('does not exist for %s', async (method) => {
  await using desk = await openDesk({ photo: { mime: 'image/jpeg' } })
  expect((await fetch(`${desk.url}/photo`, { method })).status).toBe(404)
})

it('answers HEAD as it would GET, without the bytes and without keeping the file open', async () => {
  await using desk = await openDesk({ voice: { mime: 'audio/ogg' } })
  const answer = await fetch(`${desk.url}/voice`, { method: 'HEAD' })
  expect(answer.headers.get('content-length')).toBe('10')
  expect(answer.headers.get('content-type')).toBe('audio/ogg')
  expect(answer.headers.get('accept-ranges')).toBe('bytes')
  await expect.poll(() => desk.opened.every(({ destroyed }) => destroyed)).toBe(true)
})

it('gives players the part that they ask for', async () => {
  await using desk = await openDesk({ voice: { mime: 'audio/ogg' }, photo: { mime: 'image/jpeg' } })
  const part = await fetch(`${desk.url}/voice`, { headers: { range: 'bytes=2-4' } })
  expect([part.status, part.headers.get('content-range'), await part.text()]).toEqual([
    206,
    'bytes 2-4/10',
    '234',
  ])
  const outside = await fetch(`${desk.url}/voice`, { headers: { range: 'bytes=10-' } })
  expect([outside.status, outside.headers.get('content-range')]).toEqual([416, 'bytes */10'])
  const changed = await fetch(`${desk.url}/voice`, { headers: { range: 'bytes=2-4', 'if-range': '"x"' } })
  expect(changed.status).toBe(200)
  const photo = await fetch(`${desk.url}/photo`, { headers: { range: 'bytes=2-4' } })
  expect([photo.status, await photo.text()]).toEqual([200, text])
})

it.each([
  [undefined, undefined],
  ['bytes=0-', { start: 0, end: 9 }],
  ['bytes=5-', { start: 5, end: 9 }],
  ['bytes=0-99', { start: 0, end: 9 }],
  ['bytes=-3', { start: 7, end: 9 }],
  ['bytes=-99', { start: 0, end: 9 }],
  ['bytes=-0', 'none'],
  ['bytes=10-', 'none'],
  ['bytes=4-2', undefined],
  ['bytes=0-1,4-5', undefined],
  ['bytes=-', undefined],
  ['items=0-1', undefined],
  [`bytes=${'9'.repeat(400)}-`, undefined],
])('reads the range %s of ten bytes', (header, range) => {
  expect(readRange(header, 10)).toEqual(range)
})

it.each([
  ['holiday.jpg', 'holiday.jpg'],
  ['../../etc/passwd', '_.._etc_passwd'],
  ['a\r\nSet-Cookie: x=1', 'aSet-Cookie_ x=1'],
  ['invoice\u202egpj.exe', 'invoicegpj.exe'],
  ['"; filename="x.html', '_; filename=_x.html'],
  ['\ud800broken', '\ufffdbroken'],
  ['...', 'file.bin'],
  ['', 'file.bin'],
])('makes a harmless name of %j', (name, clean) => {
  expect(cleanFileName(name, 'file.bin')).toBe(clean)
  expect(contentDisposition('attachment', clean)).toMatch(
    /^attachment; filename="[\w .()-]*"; filename\*=UTF-8''[\w.~%-]*$/,
  )
})
it('shortens a long name in the middle, since its end says what it is', () => {
  const name = cleanFileName(`${'é'.repeat(400)}.pdf`, 'file.bin')
  expect([...name]).toHaveLength(120)
  expect(name).toMatch(/\.pdf$/)
})
