import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { clock } from '../load/clock.ts'
import { buttonsOf, type TapPlan, tapAll } from './taps.ts'
import { createUpdates } from './updates.ts'

/**
 * A Telegram that answers at once and allows everything: it remembers when it first heard each marked text, the newest
 * buttons of each chat, when presses of them were answered, and when each chat was shown something. It also stands for
 * Meta's Graph API, which knows a name for every id, and an empty object for whatever else is asked.
 */
const bot = { id: 7_000_000_001, is_bot: true, first_name: 'Bench', username: 'parley_bench_bot' }
const arrivals = new Map<number, number>()
/** By chat: the newest message with buttons, and what they carry. */
const keyboards = new Map<number, { messageId: number; data: string[] }>()
/** By press: when it was answered. */
const answered = new Map<string, number>()
const updates = createUpdates()
/** By chat: when something was sent or changed in it, which is what Telegram counts. */
const shown = new Map<number, number[]>()
const isCounted = /^(send(?!ChatAction)|edit|copy|forward|createForumTopic)/
let messages = 0

const methods: Record<string, (params: Record<string, unknown>, response: ServerResponse) => unknown> = {
  getMe: () => bot,
  getWebhookInfo: () => ({ url: '', has_custom_certificate: false, pending_update_count: 0 }),
  getUpdates: ({ timeout, offset }, response) =>
    updates.take(response, Number(timeout ?? 0), Number(offset ?? 0)),
  answerCallbackQuery({ callback_query_id: id }) {
    answered.set(String(id), clock())
    return true
  },
  sendMessage({ chat_id, text, reply_markup }) {
    const at = clock()
    // Several, where one message shows what several customers wrote.
    for (const [, mark] of String(text).matchAll(/#(\d+)#/g)) {
      if (!arrivals.has(Number(mark))) arrivals.set(Number(mark), at)
    }
    messages += 1
    const data = buttonsOf(reply_markup)
    if (data.length > 0) keyboards.set(Number(chat_id), { messageId: messages, data })
    return {
      message_id: messages,
      date: Math.floor(Date.now() / 1000),
      chat: { id: Number(chat_id), type: Number(chat_id) < 0 ? 'supergroup' : 'private' },
      from: bot,
      text,
    }
  },
  createForumTopic({ name, icon_color }) {
    messages += 1
    return { message_thread_id: messages, name, icon_color }
  },
}

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  const text = Buffer.concat(chunks).toString()
  const params = text.startsWith('{') ? (JSON.parse(text) as Record<string, unknown>) : {}
  const method = /^\/bot[^/]+\/(\w+)/.exec(request.url ?? '')?.[1]
  const run = methods[method ?? '']
  if (method && isCounted.test(method)) {
    const chat = Number(params.chat_id)
    shown.set(chat, [...(shown.get(chat) ?? []), clock()])
  }
  const result =
    method === undefined
      ? askGraph(request.url ?? '')
      : { ok: true, result: run ? await run(params, response) : true }
  const body = JSON.stringify(result)
  response.writeHead(200, { 'Content-Type': 'application/json', 'Content-Length': Buffer.byteLength(body) })
  response.end(body)
}

/** `/graph/v1.0/<id>?fields=…name…`: Instagram asks for one name, Messenger for two. */
function askGraph(url: string): Record<string, string> {
  const id = /^\/graph\/[^/]+\/(\d+)\?fields=\S*name/.exec(url)?.[1]
  if (id === undefined) return {}
  const last = id.slice(-5)
  return { id, name: `Customer ${last}`, first_name: 'Customer', last_name: last }
}

const server = createServer((request, response) => {
  answer(request, response).catch((error: unknown) => {
    // The app hung up in the middle of a request, as it does when it stops.
    if (!request.destroyed) process.stderr.write(`The pretended Telegram failed: ${String(error)}\n`)
    response.destroy()
  })
})
server.keepAliveTimeout = 60_000
server.listen(0, '127.0.0.1')
await once(server, 'listening')

process.on('SIGTERM', () => process.exit(0))
process.on('disconnect', () => process.exit(0))
process.on('message', (message: 'arrivals' | 'keyboards' | 'shown' | TapPlan) => {
  if (message === 'keyboards') return void process.send?.([...keyboards])
  if (message === 'shown') return void process.send?.([...shown])
  if (typeof message === 'object') {
    return void tapAll(message, updates.add, answered).then((taps) => process.send?.(taps))
  }
  process.send?.([...arrivals])
  arrivals.clear()
})
process.send?.(`http://127.0.0.1:${(server.address() as AddressInfo).port}`)
