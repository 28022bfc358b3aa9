import type { Fault, FaultKind, FaultTarget, Handler, Kernel } from './kernel.ts'
import { BadRequest, readJsonBody } from './read-body.ts'
import { sendJson } from './send-json.ts'
import { serveEvents } from './serve-events.ts'

const shownCalls = 200
const targets: FaultTarget[] = ['telegram', 'graph', 'telegram-webhook', 'meta-webhook']
const kinds: FaultKind[] = [
  'http-429',
  'http-500',
  'http-502-html',
  'hang',
  'slow',
  'slow-answer',
  'accept-then-reset',
  'error',
  'duplicate',
  'disorder',
  'drop',
]
const numbers = ['times', 'forMs', 'retryAfterSeconds', 'delayMs', 'copies', 'status'] as const

function readFault(body: Record<string, unknown>): Omit<Fault, 'id'> {
  const target = targets.find((known) => known === body.target)
  if (!target) throw new BadRequest(`"target" must be one of ${targets.join(', ')}.`)
  const kind = kinds.find((known) => known === body.kind)
  if (!kind) throw new BadRequest(`"kind" must be one of ${kinds.join(', ')}.`)
  const fault: Omit<Fault, 'id'> = { target, kind }
  for (const name of numbers) {
    const value = body[name]
    if (value === undefined) continue
    if (typeof value !== 'number' || !Number.isFinite(value) || value < 0) {
      throw new BadRequest(`"${name}" must be a number from 0.`)
    }
    fault[name] = value
  }
  if (typeof body.method === 'string') fault.method = body.method
  if (typeof body.peer === 'string' || typeof body.peer === 'number') fault.peer = String(body.peer)
  if ('body' in body) fault.body = body.body
  return fault
}

/** What the control API shows of the parts that own people. */
export interface Shown {
  phones(): unknown[]
  staff(): unknown[]
  bots(): unknown[]
  customers(): unknown[]
  business(): unknown[]
  /** Where the product listens, as far as a simulator has been told. */
  appUrl(): string | undefined
}

/** The routes of the control API that belong to no network: state, events, faults, calls. */
export function createControl(kernel: Kernel, shown: Shown): Handler {
  return async (request, response, url) => {
    const route = `${request.method} ${url.pathname.slice('/playground/api'.length)}`
    switch (route) {
      case 'GET /state': {
        const appUrl = shown.appUrl()
        sendJson(response, 200, {
          phones: shown.phones(),
          staff: shown.staff(),
          bots: shown.bots(),
          customers: shown.customers(),
          business: shown.business(),
          faults: kernel.faults(),
          calls: kernel.calls().slice(-shownCalls),
          app: appUrl === undefined ? {} : { url: appUrl },
        })
        return true
      }
      case 'GET /events':
        serveEvents(kernel, response)
        return true
      case 'POST /faults':
        sendJson(response, 201, kernel.addFault(readFault(await readJsonBody(request))))
        return true
      case 'DELETE /faults':
        kernel.clearFaults()
        sendJson(response, 204)
        return true
      case 'GET /calls': {
        const after = Number(url.searchParams.get('after') ?? 0)
        sendJson(
          response,
          200,
          kernel.calls().filter((call) => call.id > after),
        )
        return true
      }
      default:
        return false
    }
  }
}
