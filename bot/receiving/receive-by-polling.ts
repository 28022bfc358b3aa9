import { Api, GrammyError } from 'grammy'
import type { Intake } from '#core/inbox/raw-call.ts'
import { telegramUpdateCall } from '#core/inbox/telegram-update-call.ts'
import type { Logger } from '#core/log.ts'
import { allowedUpdates } from './allowed-updates.ts'
import { keepTrying, pause, pauseAfter } from './keep-trying.ts'

/** How long Telegram holds a question without news, in seconds. */
const holdSeconds = 25
/** The wait for its answer, a little longer. */
const answerSeconds = holdSeconds + 10
/** The pause while somebody else asks with the same token, in milliseconds. */
const conflictPause = 5_000

export interface PollingOptions {
  token: string
  apiRoot: string
  intake: Intake
  log: Logger
}

/**
 * Asks Telegram for updates. Each is stored before Telegram is told that it may forget it: an update that was not
 * stored comes again.
 */
export function receiveByPolling({ token, apiRoot, intake, log }: PollingOptions): {
  close(): Promise<void>
} {
  const api = new Api(token, { apiRoot, timeoutSeconds: answerSeconds })
  const botId = token.split(':')[0] ?? ''
  const stop = new AbortController()
  const { signal } = stop
  // grammY's types know only its own signals; Node's have the same shape.
  const grammySignal = signal as unknown as Parameters<Api['getMe']>[0]
  let offset = 0

  const takeSome = async () => {
    const updates = await api.getUpdates(
      { offset, limit: 100, timeout: holdSeconds, allowed_updates: allowedUpdates },
      grammySignal,
    )
    for (const update of updates) {
      const call = telegramUpdateCall(botId, update, Buffer.from(JSON.stringify(update)))
      if (call) await intake.accept(call)
      offset = update.update_id + 1
    }
  }

  const loop = async () => {
    await keepTrying('deleting the webhook', () => api.deleteWebhook({}, grammySignal), { log, signal })
    let failures = 0
    let conflicts = 0
    while (!signal.aborted) {
      try {
        await takeSome()
        failures = 0
        conflicts = 0
      } catch (error) {
        if (signal.aborted) return
        if (error instanceof GrammyError && error.error_code === 409) {
          conflicts += 1
          if (conflicts === 1) {
            log.warn({ reason: error.description }, 'somebody else receives the updates of this bot; waiting')
          }
          await pause(conflictPause, signal)
          continue
        }
        failures += 1
        log.warn({ err: error, failures }, 'asking Telegram for updates failed and is tried again')
        await pause(pauseAfter(error, failures), signal)
      }
    }
  }

  const ended = loop()
  return {
    async close() {
      stop.abort()
      await ended
    },
  }
}
