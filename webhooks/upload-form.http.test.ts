import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Readable } from 'node:stream'
import { afterEach, expect, test } from 'vitest'
import type { OutboundFile } from '#core/channels/outbound-content.ts'
import { answerWith, openStubApi } from './testing/open-stub-api.ts'
import { uploadForm } from './upload-form.ts'

const options = { timeoutMs: 2000, longestAnswer: 1000 }
const closing: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const close of closing.splice(0)) await close()
})

/** A server that does with a request as it likes, without reading it first. */
async function openRaw(answer: (request: IncomingMessage, response: ServerResponse) => void) {
  const server = createServer(answer)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  closing.push(async () => {
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  })
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
}

/** A file whose bytes are made as they are read; `read` tells how many were. */
function makeFile(size: number, more: Partial<OutboundFile> = {}) {
  const made = { read: 0, ended: false }
  const stream = () => {
    async function* bytes() {
      for (let left = size; left > 0; left -= 65_536) {
        const chunk = Buffer.alloc(Math.min(left, 65_536), 7)
        made.read += chunk.length
        yield chunk
      }
    }
    return Readable.from(bytes(), { objectMode: false }).once('close', () => {
      made.ended = true
    })
  }
  const file: OutboundFile = {
    kind: 'document',
    mime: 'application/pdf',
    fileName: 'price list.pdf',
    size,
    open: async () => stream(),
    link: () => '',
    ...more,
  }
  return { made, form: { fields: { chat_id: '7' }, files: [{ field: 'document', file }] } }
}

test('the other side reads a form like any other, with its fields, the file and its name', async () => {
  await using api = await openStubApi(answerWith(200, '{"ok":true}'))
  const { form } = makeFile(3, {
    fileName: 'a "b"\r\nx: y.pdf',
    open: async () => Readable.from([Buffer.from('ab'), Buffer.from('c')]),
  })
  const uploaded = await uploadForm(api.root, form, { ...options, headers: { authorization: 'Bearer t' } })
  expect(uploaded).toMatchObject({ kind: 'answered', text: '{"ok":true}' })
  const [call] = api.calls
  expect(call?.headers).toMatchObject({ authorization: 'Bearer t' })
  const { body, headers } = call ?? { body: '', headers: {} }
  const parsed = await new Response(body, {
    headers: { 'content-type': headers['content-type'] ?? '' },
  }).formData()
  expect(parsed.get('chat_id')).toBe('7')
  const file = parsed.get('document') as File
  expect([file.type, await file.text()]).toEqual(['application/pdf', 'abc'])
  expect(file.name).toContain('a "b"')
  expect(Number(headers['content-length'])).toBe(Buffer.byteLength(body))
})

test('a form carries several files, each below its own name, or nothing of it where one cannot be had', async () => {
  await using api = await openStubApi(answerWith(200, '{"ok":true}'))
  const named = (field: string, bytes: string, more: Partial<OutboundFile> = {}) => ({
    field,
    file: {
      ...makeFile(bytes.length, { fileName: `${field}.bin`, ...more }).form.files[0]?.file,
      open: async () => Readable.from([Buffer.from(bytes)]),
      ...more,
    } as OutboundFile,
  })
  const files = [named('one', 'aa'), named('two', 'bbb'), named('three', '')]
  expect(await uploadForm(api.root, { fields: { n: '3' }, files }, options)).toMatchObject({
    kind: 'answered',
  })
  const { body, headers } = api.calls[0] ?? { body: '', headers: {} }
  expect(Number(headers['content-length'])).toBe(Buffer.byteLength(body))
  const parsed = await new Response(body, {
    headers: { 'content-type': headers['content-type'] ?? '' },
  }).formData()
  const texts = await Promise.all(
    ['one', 'two', 'three'].map(async (name) => (parsed.get(name) as File).text()),
  )
  expect([parsed.get('n'), ...texts]).toEqual(['3', 'aa', 'bbb', ''])
  const gone = named('gone', 'c', { open: () => Promise.reject(new Error('disk')) })
  expect(await uploadForm(api.root, { fields: {}, files: [...files, gone] }, options)).toMatchObject({
    kind: 'cut-off',
    unread: true,
  })
  expect(api.calls).toHaveLength(1)
})

test('a large file is read no faster than the network takes it', async () => {
  let seen: IncomingMessage | undefined
  const root = await openRaw((request) => {
    seen = request
  })
  const { made, form } = makeFile(60_000_000)
  const uploading = uploadForm(root, form, options)
  await expect.poll(() => seen !== undefined).toBe(true)
  await new Promise((resolve) => setTimeout(resolve, 400))
  // What fits into the buffers on the way; the rest waits in the store.
  expect(made.read).toBeLessThan(20_000_000)
  seen?.socket.destroy()
  expect(await uploading).toMatchObject({ kind: 'cut-off' })
  await expect.poll(() => made.ended).toBe(true)
})

test('a file that cannot be read, or hangs, or is not as long as it was said, is told from a silent network', async () => {
  let calls = 0
  const root = await openRaw((request) => {
    calls += 1
    request.resume()
  })
  const failing = makeFile(9, { open: () => Promise.reject(new Error('disk')) })
  expect(await uploadForm(root, failing.form, options)).toMatchObject({ kind: 'cut-off' })
  const hanging = makeFile(9, { open: () => new Promise(() => undefined) })
  expect(await uploadForm(root, hanging.form, { ...options, timeoutMs: 50 })).toMatchObject({
    kind: 'cut-off',
  })
  expect(calls).toBe(0)
  const breaking = makeFile(9, {
    open: async () =>
      new Readable({
        read() {
          this.destroy(new Error('disk'))
        },
      }),
  })
  expect(await uploadForm(root, breaking.form, options)).toMatchObject({ kind: 'cut-off' })
  const short = makeFile(9, { open: async () => Readable.from([Buffer.from('short')]) })
  expect(await uploadForm(root, short.form, options)).toMatchObject({ kind: 'cut-off' })
  const whole = makeFile(9)
  await expect(uploadForm(root, whole.form, { ...options, timeoutMs: 50 })).rejects.toMatchObject({
    cause: { name: 'TimeoutError' },
  })
})

test('an answer that comes before the end of the file is heard, and the rest is not read', async () => {
  const root = await openRaw((_request, response) => {
    response.writeHead(413)
    response.end('too large')
  })
  const { made, form } = makeFile(60_000_000)
  const uploaded = await uploadForm(root, form, options)
  expect(uploaded).toMatchObject({ kind: 'answered', text: 'too large', response: { status: 413 } })
  await expect.poll(() => made.ended).toBe(true)
  expect(made.read).toBeLessThan(30_000_000)
})

test('a large file is given more time than a small one, and no connection is told as such', async () => {
  const root = await openRaw((request, response) => {
    request.resume()
    request.once('end', () => setTimeout(() => response.end('{}'), 400))
  })
  const slow = { ...options, timeoutMs: 100 }
  await expect(uploadForm(root, makeFile(1000).form, slow)).rejects.toThrow('upload failed')
  expect(await uploadForm(root, makeFile(2_000_000).form, slow)).toMatchObject({ kind: 'answered' })
  await expect(uploadForm('http://127.0.0.1:9/', makeFile(5).form, options)).rejects.toMatchObject({
    cause: { syscall: 'connect' },
  })
})
