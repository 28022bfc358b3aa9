import { STATUS_CODES } from 'node:http'
import type { Kernel } from '../kernel.ts'
import { deliverThroughFault } from './deliver-through-fault.ts'
import { type Answer, postJson } from './post-json.ts'
import { shortToken } from './short-token.ts'
import type { Settings } from './telegram-options.ts'
import type { PendingUpdate, UpdateBox } from './update-box.ts'
import type { BotAccount } from './world.ts'

/** Delivers one bot's updates to its webhook for as long as it has one. */
export interface WebhookSender {
  /** Something changed: an update came, or the webhook was set. */
  wake(): void
  close(): void
}

/**
 * Creates the sender of one bot. Lanes run side by side up to max_connections; within a lane a failing
 * update holds back those behind it.
 * `execute` carries out the method call that a webhook's answer may contain.
 */
export function createWebhookSender(
  kernel: Kernel,
  settings: Settings,
  bot: BotAccount,
  box: UpdateBox,
  execute: (answer: Record<string, unknown>) => Promise<void>,
): WebhookSender {
  const busy = new Set<string>()
  const timers = new Set<NodeJS.Timeout>()
  let held: PendingUpdate[] = []
  let closed = false

  const later = (ms: number, run: () => void) => {
    const timer = setTimeout(() => {
      timers.delete(timer)
      if (!closed) run()
    }, ms)
    timers.add(timer)
  }

  const post = async (update: PendingUpdate): Promise<Answer> => {
    const { webhook } = bot
    if (!webhook) return { status: 0, body: '', error: 'The webhook was deleted' }
    const at = Date.now()
    const headers: Record<string, string> = webhook.secretToken
      ? { 'X-Telegram-Bot-Api-Secret-Token': webhook.secretToken }
      : {}
    const answer = await postJson(webhook.url, update.body, headers, settings.webhookTimeoutMs)
    kernel.record({
      at,
      from: 'telegram',
      to: 'app',
      title: `POST ${new URL(webhook.url).pathname} (${update.kind} for bot${shortToken(bot.token)})`,
      status: answer.status,
      ms: Date.now() - at,
      request: update.body,
      response: answer.error ?? answer.body,
    })
    return answer
  }

  const holdBack = (update: PendingUpdate, delayMs: number) => {
    box.remove(update)
    held.push({ ...update, wasHeld: true })
    if (held.length > 1) return
    later(delayMs, () => {
      const released = held.toReversed()
      held = []
      box.putBack(released)
      sender.wake()
    })
  }

  const noteFailure = (answer: Answer) => {
    if (!bot.webhook) return
    bot.webhook.lastErrorAt = Date.now()
    bot.webhook.lastError =
      answer.error ??
      `Wrong response from the webhook: ${answer.status} ${STATUS_CODES[answer.status] ?? 'Unknown'}`
  }

  const runMethod = async (body: string) => {
    if (!body.trimStart().startsWith('{')) return
    let parsed: unknown
    try {
      parsed = JSON.parse(body)
    } catch (error) {
      // A webhook may answer with any text; only a JSON object that names a method asks for something.
      if (error instanceof SyntaxError) return
      throw error
    }
    if (typeof parsed === 'object' && parsed !== null && 'method' in parsed) await execute({ ...parsed })
  }

  const send = async (lane: string, update: PendingUpdate) => {
    const fault = update.wasHeld ? undefined : kernel.strike('telegram-webhook', update.kind, update.peer)
    if (fault?.kind === 'disorder') {
      holdBack(update, fault.delayMs ?? 200)
      busy.delete(lane)
      return sender.wake()
    }
    const { answer, done } = await deliverThroughFault(fault, () => post(update))
    if (closed) return
    if (done) {
      box.remove(update)
      busy.delete(lane)
      if (answer.status > 0) await runMethod(answer.body)
      return sender.wake()
    }
    noteFailure(answer)
    const pauses = settings.webhookRetryMs
    const planned = pauses[Math.min(update.tries, pauses.length - 1)] ?? 60_000
    update.tries += 1
    later(answer.retryAfterSeconds === undefined ? planned : answer.retryAfterSeconds * 1000, () => {
      busy.delete(lane)
      sender.wake()
    })
  }

  const sender: WebhookSender = {
    wake() {
      if (closed || !bot.webhook) return
      for (const lane of box.lanes()) {
        if (busy.size >= bot.webhook.maxConnections) return
        if (busy.has(lane)) continue
        const update = box.head(lane)
        if (!update) continue
        busy.add(lane)
        send(lane, update).catch((error: unknown) => {
          process.stderr.write(`A webhook call failed inside the sandbox: ${String(error)}\n`)
          busy.delete(lane)
        })
      }
    },
    close() {
      closed = true
      for (const timer of timers) clearTimeout(timer)
    },
  }
  return sender
}
