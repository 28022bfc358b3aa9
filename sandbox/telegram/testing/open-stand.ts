import { createServer, type IncomingHttpHeaders } from 'node:http'
import { openSandbox, type Sandbox } from '../../open-sandbox.ts'
import { readBody } from '../../read-body.ts'
import type { TelegramOptions } from '../telegram-options.ts'

export const token = '123456789:AAtest-token_for_the_sandbox00000'

type Json = Record<string, unknown>

export interface Reply {
  ok: boolean
  result: Json
  error_code?: number
  description?: string
  parameters?: { retry_after?: number }
}

/** A sandbox with one bot (`desk_bot`) and one person (Ana, French), for tests that speak to it over HTTP. */
export interface Stand {
  sandbox: Sandbox
  /** Ana's user id, which is also the id of her private chat. */
  ana: number
  /** Calls a Bot API method as the bot. */
  api(method: string, params?: Json): Promise<Reply>
  /** Calls the control API; gives the parsed body. */
  control(method: string, path: string, body?: Json): Promise<{ status: number; body: Json }>
  /** Ana writes to the bot. */
  write(text: string, more?: Json): Promise<Json>
  /** The updates that wait, confirmed at once. */
  updates(): Promise<Json[]>
  /** A forum with Ana as its creator and the bot in it; gives the chat id. */
  forum(rights?: unknown): Promise<number>
  close(): Promise<void>
}

/** Opens a stand. Rates are off unless the options say otherwise, because most tests are not about them. */
export async function openStand(options: TelegramOptions = {}): Promise<Stand> {
  const sandbox = await openSandbox({ telegram: { rates: { enabled: false }, ...options } })
  const post = async (path: string, method: string, body?: Json) => {
    const response = await fetch(`${sandbox.url}${path}`, {
      method,
      ...(body ? { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } } : {}),
    })
    const text = await response.text()
    return { status: response.status, body: text === '' ? {} : (JSON.parse(text) as Json) }
  }
  const control: Stand['control'] = (method, path, body) => post(`/playground/api${path}`, method, body)
  const api: Stand['api'] = async (method, params = {}) =>
    (await post(`/telegram/bot${token}/${method}`, 'POST', params)).body as unknown as Reply
  await control('PUT', '/telegram/bots', { token, username: 'desk_bot', firstName: 'Desk' })
  const made = await control('POST', '/staff', { firstName: 'Ana', username: 'ana', languageCode: 'fr' })
  const ana = Number(made.body.id)
  return {
    sandbox,
    ana,
    api,
    control,
    write: async (text, more = {}) =>
      (await control('POST', `/staff/${ana}/chats/bot:desk_bot/messages`, { text, ...more })).body,
    async updates() {
      const { result } = await api('getUpdates')
      const waiting = result as unknown as Json[]
      const last = waiting.at(-1)
      if (last) await api('getUpdates', { offset: Number(last.update_id) + 1 })
      return waiting
    },
    async forum(rights) {
      const body = { title: 'Desk', isForum: true, members: [ana], bots: ['desk_bot'], botRights: rights }
      return Number((await control('POST', '/groups', body)).body.id)
    },
    close: () => sandbox.close(),
  }
}

export interface Received {
  at: number
  headers: IncomingHttpHeaders
  body: Json
}

/** A webhook of a product: keeps what it receives and answers as told. */
export interface Hook {
  url: string
  received: Received[]
  /** How the next calls are answered, in order; after that 200. */
  answers: { status: number; body?: Json; headers?: Record<string, string>; afterMs?: number }[]
  close(): Promise<void>
}

export async function openHook(): Promise<Hook> {
  const received: Received[] = []
  const answers: Hook['answers'] = []
  const server = createServer(async (request, response) => {
    const body = JSON.parse((await readBody(request)).toString('utf8')) as Json
    received.push({ at: Date.now(), headers: request.headers, body })
    const answer = answers.shift() ?? { status: 200 }
    if (answer.afterMs) await new Promise((resolve) => setTimeout(resolve, answer.afterMs))
    response.writeHead(answer.status, { 'content-type': 'application/json', ...answer.headers })
    response.end(answer.body ? JSON.stringify(answer.body) : '')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The hook listens on no TCP port.')
  return {
    url: `http://127.0.0.1:${address.port}/hook`,
    received,
    answers,
    async close() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
