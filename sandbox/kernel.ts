import { EventEmitter } from 'node:events'
import type { IncomingMessage, ServerResponse } from 'node:http'

/** Where a fault strikes: calls the product makes to a simulator, or webhooks a simulator sends to the product. */
export type FaultTarget = 'telegram' | 'graph' | 'telegram-webhook' | 'meta-webhook'

/**
 * What goes wrong.
 * - `http-429`: refused before anything happens, with `retryAfterSeconds` in the network's own shape.
 * - `http-500`, `http-502-html`: refused before anything happens; the second answers with a proxy's HTML page.
 * - `hang`: nothing happens and no answer comes until `delayMs` (default 65 000) is over, then the socket closes.
 * - `slow`: the call is carried out after `delayMs`.
 * - `slow-answer`: the call is carried out at once, the answer comes after `delayMs`.
 * - `accept-then-reset`: the call is carried out, then the socket is reset: the caller never learns.
 * - `error`: answered with `status` and `body` as given, nothing carried out.
 * - `duplicate`: (webhooks) delivered `copies` times at once.
 * - `disorder`: (webhooks) held back and delivered after later ones, in reverse, once `delayMs` is over.
 * - `drop`: (webhooks) never delivered.
 */
export type FaultKind =
  | 'http-429'
  | 'http-500'
  | 'http-502-html'
  | 'hang'
  | 'slow'
  | 'slow-answer'
  | 'accept-then-reset'
  | 'error'
  | 'duplicate'
  | 'disorder'
  | 'drop'

export interface Fault {
  id: string
  target: FaultTarget
  kind: FaultKind
  /** Bot API method (`sendMessage`) or Graph path ending (`messages`); absent: every call. */
  method?: string
  /** Telegram chat id, or WhatsApp recipient; absent: everyone. */
  peer?: string
  /** How many calls it strikes; absent: no limit. */
  times?: number
  /** How long it lasts, in milliseconds from now; absent: until it is removed. */
  forMs?: number
  retryAfterSeconds?: number
  delayMs?: number
  copies?: number
  status?: number
  body?: unknown
}

/** Who takes part in a call: the product, or one of the simulated. `other` is any tool that posts JSON. */
export type Party = 'app' | 'telegram' | 'meta' | 'google' | 'linkedin' | 'website' | 'other'

/** One line of the call log: a request between the product and a simulator, in either direction. */
export interface Call {
  id: number
  /** Milliseconds since the epoch when the request began. */
  at: number
  from: Party
  to: Party
  /** `POST /bot…/sendMessage`, with any token shortened. */
  title: string
  /** 0: no answer (dropped, reset or timed out). */
  status: number
  ms: number
  request: unknown
  response: unknown
}

/** What the page and the tests may subscribe to; each carries the whole new state of the thing it names. */
export type SandboxEvent =
  | { type: 'call'; call: Call }
  | { type: 'phone'; phone: unknown }
  | { type: 'chat'; chat: unknown }
  | { type: 'staff'; staff: unknown }
  | { type: 'customer'; customer: unknown }
  | { type: 'customer-chat'; customerId: number; chat: unknown; messages: unknown[] }
  | { type: 'business'; business: unknown[] }
  | { type: 'faults'; faults: Fault[] }

/** What both simulators share: faults, the call log, and the stream of changes. */
export interface Kernel {
  /** The fault that strikes this call, already counted down; undefined when the call goes well. */
  strike(target: FaultTarget, method: string, peer?: string): Fault | undefined
  addFault(fault: Omit<Fault, 'id'>): Fault
  clearFaults(): void
  faults(): Fault[]
  record(call: Omit<Call, 'id'>): Call
  calls(): Call[]
  emit(event: SandboxEvent): void
  subscribe(listener: (event: SandboxEvent) => void): () => void
}

/** A part of the sandbox that answers HTTP. Returns false when the path is not its own. */
export type Handler = (request: IncomingMessage, response: ServerResponse, url: URL) => Promise<boolean>

/** A part of the sandbox whose state survives a restart of the playground. */
export interface Remembered {
  name: string
  save(): unknown
  restore(saved: unknown): void
}

const keptCalls = 2000

/** Creates the shared ground of the simulators. Plain memory; nothing to close. */
export function createKernel(): Kernel {
  const emitter = new EventEmitter().setMaxListeners(0)
  const log: Call[] = []
  let active: { fault: Fault; until: number; left: number }[] = []
  let serial = 0
  const current = () => {
    active = active.filter((entry) => entry.left > 0 && entry.until > Date.now())
    return active
  }
  const kernel: Kernel = {
    strike(target, method, peer) {
      const hit = current().find(
        ({ fault }) =>
          fault.target === target &&
          (fault.method === undefined || method.endsWith(fault.method)) &&
          (fault.peer === undefined || fault.peer === peer),
      )
      if (!hit) return undefined
      hit.left -= 1
      return hit.fault
    },
    addFault(wanted) {
      serial += 1
      const fault: Fault = { ...wanted, id: `fault-${serial}` }
      active.push({
        fault,
        until: wanted.forMs === undefined ? Number.POSITIVE_INFINITY : Date.now() + wanted.forMs,
        left: wanted.times ?? Number.POSITIVE_INFINITY,
      })
      kernel.emit({ type: 'faults', faults: kernel.faults() })
      return fault
    },
    clearFaults() {
      active = []
      kernel.emit({ type: 'faults', faults: [] })
    },
    faults: () => current().map(({ fault }) => fault),
    record(call) {
      serial += 1
      const kept: Call = { ...call, id: serial }
      log.push(kept)
      if (log.length > keptCalls) log.splice(0, log.length - keptCalls)
      kernel.emit({ type: 'call', call: kept })
      return kept
    },
    calls: () => log,
    emit: (event) => void emitter.emit('event', event),
    subscribe(listener) {
      emitter.on('event', listener)
      return () => void emitter.off('event', listener)
    },
  }
  return kernel
}
