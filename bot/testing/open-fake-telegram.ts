import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface TelegramCall {
  method: string
  payload: Record<string, unknown>
}

type Reply = { status?: number; body?: unknown; hang?: boolean; delayMs?: number }

/** A Bot API that answers every call with success unless the test says otherwise for a method. */
export async function openFakeTelegram() {
  const calls: TelegramCall[] = []
  const replies = new Map<string, (payload: Record<string, unknown>) => Reply | undefined>()
  const server = createServer(async (request, response) => {
    const parts: Buffer[] = []
    for await (const part of request) parts.push(part as Buffer)
    const method = request.url?.split('/').at(-1) ?? ''
    const text = Buffer.concat(parts).toString('utf8')
    const payload = text === '' ? {} : JSON.parse(text)
    calls.push({ method, payload })
    const reply = replies.get(method)?.(payload) ?? {}
    if (reply.hang) return
    if (reply.delayMs) await new Promise((resolve) => setTimeout(resolve, reply.delayMs))
    const body = reply.body ?? { ok: true, result: resultOf(method, calls.length) }
    response.writeHead(reply.status ?? 200, { 'content-type': 'application/json' })
    response.end(typeof body === 'string' ? body : JSON.stringify(body))
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return {
    apiRoot: `http://127.0.0.1:${port}`,
    calls,
    of: (method: string) => calls.filter((call) => call.method === method).map(({ payload }) => payload),
    /** From now on; undefined: success. */
    on: (method: string, reply: (payload: Record<string, unknown>) => Reply | undefined) =>
      replies.set(method, reply),
    async close() {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}

export const refusal = (code: number, description: string, parameters?: Record<string, unknown>): Reply => ({
  status: code,
  body: { ok: false, error_code: code, description, ...(parameters ? { parameters } : {}) },
})

function resultOf(method: string, count: number): unknown {
  if (method === 'getMe') return { id: 4200, is_bot: true, first_name: 'Desk', username: 'desk_bot' }
  if (method === 'getUpdates') return []
  if (method === 'sendMessage') return { message_id: 1000 + count, date: 1, chat: { id: 7, type: 'private' } }
  return true
}
