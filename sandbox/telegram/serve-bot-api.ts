import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Fault, Handler } from '../kernel.ts'
import { BadRequest } from '../read-body.ts'
import { sendJson } from '../send-json.ts'
import { ApiError } from './api-error.ts'
import { callMethod, presentError, type Reply } from './call-method.ts'
import type { Ground } from './ground.ts'
import { createParams, type Params } from './params.ts'
import { readParams } from './read-params.ts'
import { shortToken } from './short-token.ts'
import type { BotAccount } from './world.ts'

const proxyPage =
  '<html><head><title>502 Bad Gateway</title></head><body><h1>502 Bad Gateway</h1></body></html>'

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms).unref())

function findBot(ground: Ground, token: string): BotAccount | undefined {
  return [...ground.world.bots.values()].find((bot) => bot.token === token)
}

/**
 * The reply of a fault that refuses a call before anything happens; undefined for those that let it happen.
 */
function refusalOf(fault: Fault): Reply | undefined {
  switch (fault.kind) {
    case 'http-429': {
      const seconds = fault.retryAfterSeconds ?? 1
      return presentError(
        new ApiError(429, `Too Many Requests: retry after ${seconds}`, { retry_after: seconds }),
      )
    }
    case 'http-500':
      return presentError(new ApiError(500, 'Internal Server Error'))
    case 'http-502-html':
      return { status: 502, body: proxyPage }
    case 'error': {
      const status = fault.status ?? 400
      return { status, body: fault.body ?? { ok: false, error_code: status, description: 'Bad Request' } }
    }
    default:
      return undefined
  }
}

function answer(response: ServerResponse, { status, body }: Reply) {
  if (typeof body !== 'string') return sendJson(response, status, body)
  response.writeHead(status, { 'content-type': 'text/html; charset=utf-8' }).end(body)
}

async function params(request: IncomingMessage, url: URL): Promise<{ params: Params } | { refused: Reply }> {
  try {
    return { params: await readParams(request, url) }
  } catch (error) {
    if (error instanceof ApiError) return { refused: presentError(error) }
    if (error instanceof BadRequest) {
      return { refused: presentError(new ApiError(413, 'Request Entity Too Large')) }
    }
    throw error
  }
}

/**
 * Answers `/telegram/bot<token>/<method>` and `/telegram/file/bot<token>/<path>`, struck by the kernel's
 * `telegram` faults.
 */
export function createBotApi(ground: Ground): Handler {
  const serveFile = (token: string, path: string, response: ServerResponse) => {
    const bot = findBot(ground, token)
    const file = bot && ground.files.byPath(path)
    if (!file)
      return sendJson(
        response,
        bot ? 404 : 401,
        presentError(new ApiError(bot ? 404 : 401, bot ? 'Not Found' : 'Unauthorized')).body,
      )
    response.writeHead(200, {
      'content-type': 'application/octet-stream',
      'content-length': file.bytes.length,
    })
    response.end(file.bytes)
  }

  const serveMethod = async (
    token: string,
    name: string,
    request: IncomingMessage,
    response: ServerResponse,
    url: URL,
  ) => {
    const at = Date.now()
    const read = await params(request, url)
    const shown = 'params' in read ? read.params : createParams(new Map(), new Map())
    const record = (status: number, body: unknown) =>
      ground.kernel.record({
        at,
        from: 'app',
        to: 'telegram',
        title: `${request.method} /bot${shortToken(token)}/${name}`,
        status,
        ms: Date.now() - at,
        request: shown.shown(),
        response: body,
      })
    const finish = (reply: Reply) => {
      record(reply.status, reply.body)
      answer(response, reply)
    }
    const bot = findBot(ground, token)
    if (!bot) return finish(presentError(new ApiError(401, 'Unauthorized')))
    if ('refused' in read) return finish(read.refused)
    const fault = ground.kernel.strike('telegram', name, read.params.string('chat_id'))
    const refusal = fault && refusalOf(fault)
    if (refusal) return finish(refusal)
    if (fault?.kind === 'hang') {
      await pause(fault.delayMs ?? 65_000)
      record(0, undefined)
      request.socket.destroy()
      return
    }
    if (fault?.kind === 'slow') await pause(fault.delayMs ?? 1_000)
    const gone = new Promise<void>((resolve) => response.once('close', resolve))
    const reply = await callMethod({ ground, bot, params: read.params, gone }, name)
    if (fault?.kind === 'accept-then-reset') {
      record(0, undefined)
      request.socket.resetAndDestroy()
      return
    }
    if (fault?.kind === 'slow-answer') await pause(fault.delayMs ?? 1_000)
    finish(reply)
  }

  return async (request, response, url) => {
    const file = /^\/telegram\/file\/bot([^/]+)\/(.+)$/.exec(url.pathname)
    if (file?.[1] && file[2]) {
      serveFile(decodeURIComponent(file[1]), decodeURIComponent(file[2]), response)
      return true
    }
    const method = /^\/telegram\/bot([^/]+)\/([^/]+)\/?$/.exec(url.pathname)
    if (method?.[1] && method[2]) {
      await serveMethod(decodeURIComponent(method[1]), method[2], request, response, url)
      return true
    }
    if (!url.pathname.startsWith('/telegram/')) return false
    sendJson(response, 404, presentError(new ApiError(404, 'Not Found')).body)
    return true
  }
}
