import type { Fault, Kernel } from '../kernel.ts'
import type { CompleteOptions } from './meta-options.ts'
import type { Receiver } from './receiver.ts'
import type { Timers } from './timers.ts'
import type { WebhookAnswer, WebhookClient } from './webhook-client.ts'
import { asciiJson, signatureOf } from './webhook-envelope.ts'

interface Parcel {
  url: string
  /** The field it belongs to, or `statuses`: what fault rules call the method. */
  method: string
  peer: string
  payload: unknown
  body: Buffer
  signature: string
  firstAt: number
}

/**
 * Delivers webhooks as Meta does: concurrently, so in no order, and again and again until the answer is exactly 200 or
 * the webhook is too old. Faults on `meta-webhook` strike each attempt.
 */
export interface WebhookOutbox {
  /** @param peer digits or scoped id of the customer it is about; empty when it is about nobody */
  send(receiver: Receiver, method: string, payload: unknown, peer: string): void
}

const held = 1500
const refusals: Partial<Record<Fault['kind'], number>> = {
  'http-429': 429,
  'http-500': 500,
  'http-502-html': 502,
}

export function createWebhookOutbox(
  kernel: Kernel,
  client: WebhookClient,
  timers: Timers,
  options: CompleteOptions,
): WebhookOutbox {
  let waiting: (() => Promise<void>)[] = []

  const record = (parcel: Parcel, at: number, { status, text }: WebhookAnswer) =>
    kernel.record({
      at,
      from: 'meta',
      to: 'app',
      title: `POST ${new URL(parcel.url).pathname} (${parcel.method})`,
      status,
      ms: Date.now() - at,
      request: parcel.payload,
      response: text,
    })

  const again = (parcel: Parcel, tried: number) => {
    const delay = options.retryDelaysMs[Math.min(tried, options.retryDelaysMs.length) - 1]
    if (delay === undefined || Date.now() + delay - parcel.firstAt > options.giveUpAfterMs) return
    timers.later(delay, () => attempt(parcel, tried + 1))
  }

  const refuse = (parcel: Parcel, tried: number, answer: WebhookAnswer) => {
    record(parcel, Date.now(), answer)
    again(parcel, tried)
  }

  const deliver = async (parcel: Parcel, tried: number, hangUp = false) => {
    const at = Date.now()
    const headers = { 'content-type': 'application/json', 'x-hub-signature-256': parcel.signature }
    const { url, body } = parcel
    const answer = await client.post({
      url,
      method: 'POST',
      headers,
      body,
      timeoutMs: options.webhookTimeoutMs,
      hangUp,
    })
    record(parcel, at, answer)
    if (answer.status !== 200) again(parcel, tried)
  }

  const hold = (task: () => Promise<void>, delayMs: number) => {
    waiting.push(task)
    if (waiting.length > 1) return
    timers.later(delayMs, () => {
      const tasks = waiting.reverse()
      waiting = []
      void inTurn(tasks)
    })
  }

  /** One after the other: sent at once they could overtake each other and arrive in order after all. */
  const inTurn = async (tasks: (() => Promise<void>)[]) => {
    for (const run of tasks) await run()
  }

  const attempt = (parcel: Parcel, tried: number) => {
    const fault = kernel.strike('meta-webhook', parcel.method, parcel.peer)
    const refusal = fault && (fault.kind === 'error' ? (fault.status ?? 500) : refusals[fault.kind])
    if (refusal !== undefined) {
      refuse(parcel, tried, { status: refusal, text: 'Refused by a fault on the way.' })
    } else if (fault?.kind === 'drop') {
      record(parcel, Date.now(), { status: 0, text: 'Dropped by a fault.' })
    } else if (fault?.kind === 'hang') {
      const answer = { status: 0, text: 'Timed out by a fault.' }
      timers.later(fault.delayMs ?? options.webhookTimeoutMs, () => refuse(parcel, tried, answer))
    } else if (fault?.kind === 'slow') {
      timers.later(fault.delayMs ?? held, () => void deliver(parcel, tried))
    } else if (fault?.kind === 'disorder') {
      hold(() => deliver(parcel, tried), fault.delayMs ?? held)
    } else {
      // A copy that is tried again must not multiply once more.
      const copies = fault?.kind === 'duplicate' && tried === 1 ? (fault.copies ?? 2) : 1
      for (let copy = 0; copy < copies; copy += 1)
        void deliver(parcel, tried, fault?.kind === 'accept-then-reset')
    }
  }

  return {
    send(receiver, method, payload, peer) {
      if (!receiver.subscribed) return
      const body = Buffer.from(asciiJson(payload))
      const signature = signatureOf(body, receiver.appSecret)
      const url = receiver.overrideUrl ?? receiver.webhookUrl
      attempt({ url, method, peer, payload, body, signature, firstAt: Date.now() }, 1)
    },
  }
}
