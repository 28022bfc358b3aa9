import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { createServer, type RequestListener } from 'node:http'
import { type AddressInfo, createServer as createListener } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { WebSource } from '../channels/channel-port.ts'
import type { Resolve } from './check-address.ts'
import { type FetchOptions, fetchFile } from './fetch-file.ts'

const folder = mkdtempSync(join(tmpdir(), 'parley-fetch-'))
/** What answers as the operator's own API, and what no download may ever connect to. */
let trusted: Awaited<ReturnType<typeof openHttp>>
let other: Awaited<ReturnType<typeof openHttp>>
let inside: Awaited<ReturnType<typeof openPrivate>>

beforeAll(async () => {
  trusted = await openHttp()
  other = await openHttp()
  inside = await openPrivate()
})
afterAll(async () => {
  await Promise.all([trusted.close(), other.close(), inside.close()])
  rmSync(folder, { recursive: true })
})
afterEach(() => {
  // Whatever happened, nothing is left half loaded and nobody inside was called.
  expect(readdirSync(folder)).toEqual([])
  expect(inside.connections).toBe(0)
})

async function openHttp() {
  const state = {
    origin: '',
    answer: ((_request, response) => response.end()) as RequestListener,
    seen: [] as { url: string; authorization: string | undefined; encoding: string | undefined }[],
    close: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
  const server = createServer((request, response) => {
    const { authorization, 'accept-encoding': encoding } = request.headers
    state.seen.push({ url: request.url ?? '', authorization, encoding: String(encoding) })
    state.answer(request, response)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  state.origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return state
}

async function openPrivate() {
  const server = createListener((socket) => {
    state.connections += 1
    socket.destroy()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const state = {
    port: (server.address() as AddressInfo).port,
    connections: 0,
    close: () => new Promise((resolve) => server.close(resolve)),
  }
  return state
}

const sourceOf = (more: Partial<WebSource> = {}): WebSource => ({
  url: `${trusted.origin}/file`,
  headers: { authorization: 'Bearer harbour-token' },
  tokenOrigins: [trusted.origin],
  trustedOrigins: [trusted.origin],
  ...more,
})
const get = (source: WebSource, more: Partial<FetchOptions> = {}) =>
  fetchFile(source, { folder, maxBytes: 1_000_000, ...more })
const answering = (status: number, headers: Record<string, string | number>, body: Buffer | string = '') => {
  trusted.answer = (_request, response) => {
    response.writeHead(status, headers)
    response.end(body)
  }
}

it('brings a file, with its length and digest as they came', async () => {
  answering(200, { 'content-type': 'image/jpeg' }, 'abc')
  trusted.seen = []
  const fetched = await get(sourceOf())
  if (fetched.outcome !== 'fetched') throw new Error(JSON.stringify(fetched))
  expect(fetched).toMatchObject({
    size: 3,
    mime: 'image/jpeg',
    sha256: 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
  })
  expect(readFileSync(fetched.path, 'utf8')).toBe('abc')
  expect(trusted.seen).toEqual([
    { url: '/file', authorization: 'Bearer harbour-token', encoding: 'identity' },
  ])
  rmSync(fetched.path)
})

describe('an address inside', () => {
  const refused = {
    outcome: 'failed',
    again: 'never',
    failure: { code: 'address-refused', title: 'The address may not be fetched.' },
  }
  const at = (host: string) => `http://${host}:${inside.port}/`

  it.each([
    '127.0.0.1',
    '[::1]',
    '[::ffff:7f00:1]',
    '2130706433',
    '0177.1',
    '0x7f.1',
    'localhost',
    'localhost.',
  ])('is refused without a connection, on any port: %s', async (host) => {
    for (const url of [at(host), `http://${host}/`]) {
      expect(await get(sourceOf({ url, trustedOrigins: [] }))).toEqual(refused)
    }
  })
  it.each(['169.254.169.254', '10.0.0.1', '100.64.0.1', '[fd00::8]'])('is refused: %s', async (host) => {
    expect(await get(sourceOf({ url: `http://${host}/latest/`, trustedOrigins: [] }))).toEqual(refused)
  })
  it.each([
    'file:///etc/passwd',
    'gopher://x/',
    'http://user@example.org/',
    'https://example.org:5432/',
    'no url',
  ])('is refused in the same words as what is no web address: %s', async (url) => {
    expect(await get(sourceOf({ url, trustedOrigins: [] }))).toEqual(refused)
  })

  const named =
    (...addresses: string[]): Resolve =>
    async () =>
      addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }))
  it.each([
    ['alone', named('127.0.0.1')],
    ['beside a public one', named('157.240.1.1', '127.0.0.1')],
    ['written as IPv6', named('::ffff:127.0.0.1')],
    ['behind NAT64', named('64:ff9b::7f00:1')],
    ['nowhere', named()],
  ])('is refused when a name leads to it: %s', async (_name, resolve) => {
    expect(await get(sourceOf({ url: 'http://cdn.example.org/x', trustedOrigins: [] }), { resolve })).toEqual(
      refused,
    )
  })
  it('is refused when a name gives another answer the second time it is asked', async () => {
    let asked = 0
    const resolve: Resolve = async () => {
      asked += 1
      return asked === 1 ? named('127.0.0.1')('') : named('157.240.1.1')('')
    }
    expect(await get(sourceOf({ url: 'http://cdn.example.org/x', trustedOrigins: [] }), { resolve })).toEqual(
      refused,
    )
    // Asked once, and connected to what was answered then: there is no second time.
    expect(asked).toBe(1)
  })
  it.each([301, 302, 303, 307, 308])('is refused when an answer %d leads to it', async (status) => {
    answering(status, { location: at('127.0.0.1') })
    expect(await get(sourceOf())).toEqual(refused)
  })
  it('is refused when only the port differs from a trusted one', async () => {
    expect(await get(sourceOf({ url: at('127.0.0.1') }))).toEqual(refused)
  })
})

it('sends the token to the hosts that may see it, and to none that they lead to', async () => {
  answering(302, { location: `${other.origin}/elsewhere` })
  other.seen = []
  other.answer = (_request, response) => response.end('abc')
  const fetched = await get(sourceOf({ trustedOrigins: [trusted.origin, other.origin] }))
  if (fetched.outcome === 'fetched') rmSync(fetched.path)
  expect(fetched.outcome).toBe('fetched')
  expect(other.seen).toEqual([{ url: '/elsewhere', authorization: undefined, encoding: 'identity' }])
})
it('gives up a chase from one address to the next', async () => {
  trusted.seen = []
  answering(302, { location: '/again' })
  expect(await get(sourceOf())).toMatchObject({ again: 'never' })
  expect(trusted.seen).toHaveLength(5)
})

describe('a file that is too much', () => {
  const tooLarge = { again: 'never', failure: { code: 'too-large' } }

  it('is refused by its announced length, before it is read', async () => {
    trusted.answer = (_request, response) => {
      response.writeHead(200, { 'content-length': 10_000_000_000 })
      response.write('x')
    }
    expect(await get(sourceOf())).toMatchObject(tooLarge)
  })
  it('is cut off at the limit when its length was not announced', async () => {
    let written = 0
    trusted.answer = (_request, response) => {
      const more = () => {
        while (!response.destroyed && written < 100_000_000) {
          written += 65_536
          if (!response.write(Buffer.alloc(65_536))) return response.once('drain', more)
        }
        return response.end()
      }
      more()
    }
    expect(await get(sourceOf())).toMatchObject(tooLarge)
    expect(written).toBeLessThan(50_000_000)
  })
  it('is not unpacked', async () => {
    answering(200, { 'content-encoding': 'gzip' }, gzipSync(Buffer.alloc(5_000_000)))
    expect(await get(sourceOf())).toMatchObject({ again: 'perhaps', failure: { code: 'encoded' } })
  })
})

describe('a host that takes its time', () => {
  const tooSlow = { outcome: 'failed', again: 'later', failure: { code: 'too-slow' } }

  it('is left when it brings a byte at a time', async () => {
    trusted.answer = (_request, response) => {
      const dribble = setInterval(() => response.write('x'), 10)
      response.on('close', () => clearInterval(dribble))
    }
    expect(await get(sourceOf(), { limits: { windowMs: 200 } })).toMatchObject(tooSlow)
  })
  it('is left when it says nothing', async () => {
    trusted.answer = () => undefined
    expect(await get(sourceOf(), { limits: { windowMs: 100 } })).toMatchObject(tooSlow)
  })
  it('is left when it is quick but never ends', async () => {
    trusted.answer = (_request, response) => {
      const stream = setInterval(() => response.write('x'), 10)
      response.on('close', () => clearInterval(stream))
    }
    const limits = { windowMs: 50, bytesPerWindow: 1, totalMs: 300 }
    expect(await get(sourceOf(), { limits })).toMatchObject(tooSlow)
  })
  it('is left at once when the work is called off', async () => {
    trusted.answer = (_request, response) => void response.write('x')
    expect(await get(sourceOf(), { signal: AbortSignal.timeout(50) })).toEqual({ outcome: 'aborted' })
    expect(await get(sourceOf(), { signal: AbortSignal.abort() })).toEqual({ outcome: 'aborted' })
  })
})

describe('a download that fails', () => {
  it.each([
    [503, 'later'],
    [429, 'later'],
    [500, 'later'],
    [404, 'perhaps'],
    [403, 'perhaps'],
    [410, 'perhaps'],
    [204, 'perhaps'],
    [206, 'perhaps'],
  ])('with %d may help %s', async (status, again) => {
    answering(status, {})
    expect(await get(sourceOf())).toEqual({
      outcome: 'failed',
      again,
      failure: { code: `http-${status}`, title: `The download was refused (${status}).` },
    })
  })
  it('says how long the other side wants to be left alone', async () => {
    answering(429, { 'retry-after': '90' })
    expect(await get(sourceOf())).toMatchObject({ afterMs: 90_000 })
  })
  it('is tried later when it breaks off, and nothing of it is kept', async () => {
    trusted.answer = (_request, response) => {
      response.writeHead(200, { 'content-length': 100 })
      response.write('half', () => response.destroy())
    }
    expect(await get(sourceOf())).toMatchObject({ again: 'later', failure: { code: 'ECONNRESET' } })
  })
  it('never repeats its address, which may hold a token', async () => {
    const url = 'http://127.0.0.1:1/file/bot7001:harbour-token/x?access_token=harbour-token'
    const fetched = await get(sourceOf({ url, trustedOrigins: ['http://127.0.0.1:1'] }))
    expect(fetched).toMatchObject({ again: 'later', failure: { code: 'ECONNREFUSED' } })
    expect(JSON.stringify(fetched)).not.toMatch(/harbour-token|127\.0\.0\.1/)
  })
})
