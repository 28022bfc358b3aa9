import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface TelegramCall {
  method: string
  payload: Record<string, unknown>
}

type Reply = { status?: number; body?: unknown; hang?: boolean; delayMs?: number }

export interface TelegramUpload {
  name: string
  bytes: Buffer
}

/** A Bot API that answers every call with success unless the test says otherwise for a method. */
export async function openFakeTelegram() {
  const calls: TelegramCall[] = []
  const files: TelegramUpload[] = []
  const replies = new Map<string, (payload: Record<string, unknown>) => Reply | undefined>()
  const server = createServer(async (request, response) => {
    const parts: Buffer[] = []
    for await (const part of request) parts.push(part as Buffer)
    const method = request.url?.split('/').at(-1) ?? ''
    const body_ = Buffer.concat(parts)
    const form = /^multipart\/form-data; *boundary=(.+)$/.exec(request.headers['content-type'] ?? '')?.[1]
    const payload =
      form === undefined ? JSON.parse(body_.toString('utf8') || '{}') : readForm(body_, form, files)
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
    /** All that was uploaded, in order. */
    files,
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

/** Fields as a record; files are put aside. Written for what grammY sends, which is one line of header or two. */
function readForm(body: Buffer, boundary: string, files: TelegramUpload[]): Record<string, unknown> {
  const fields: Record<string, unknown> = {}
  const parts = body.toString('latin1').split(`--${boundary}`).slice(1, -1)
  for (const part of parts) {
    const end = part.indexOf('\r\n\r\n')
    const head = Buffer.from(part.slice(0, end), 'latin1').toString('utf8')
    const content = Buffer.from(part.slice(end + 4, -2), 'latin1')
    const name = /filename=([^\r\n]*)/.exec(head)?.[1]
    const field = /;name="([^"]*)"/.exec(head)?.[1] ?? ''
    if (name === undefined) fields[field] = content.toString('utf8')
    else files.push({ name, bytes: content })
  }
  return fields
}

function resultOf(method: string, count: number): unknown {
  if (method === 'getMe') return { id: 4200, is_bot: true, first_name: 'Desk', username: 'desk_bot' }
  if (method === 'getUpdates') return []
  if (method === 'getFile')
    return { file_id: 'f', file_unique_id: 'u', file_size: 9, file_path: 'photos/a b.jpg' }
  if (method === 'createForumTopic') return { message_thread_id: 900, name: 'x', icon_color: 7322096 }
  if (method.startsWith('send'))
    return { message_id: 1000 + count, date: 1, chat: { id: 7, type: 'private' } }
  return true
}
