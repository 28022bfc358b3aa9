import { Api, GrammyError } from 'grammy'
import type { Update } from 'grammy/types'
import type { Intake, RawCall } from '#core/inbox/raw-call.ts'
import type { Logger } from '#core/log.ts'
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
  /** The kinds of update to ask for. */
  allowedUpdates: readonly string[]
  /** An update as it is stored; undefined for what is none. */
  toCall(botId: string, update: Update, body: Buffer): RawCall | undefined
  /** Told of each update once it is stored. */
  onStored?(update: Update, api: Api): void
  intake: Intake
  log: Logger
}

/**
 * Asks Telegram for updates. Each is stored before Telegram is told that it may forget it: an update that was not
 * stored comes again.
 */
export function receiveByPolling(options: PollingOptions): { close(): Promise<void> } {
  const { token, apiRoot, intake, log } = options
  const api = new Api(token, { apiRoot, timeoutSeconds: answerSeconds })
  const botId = token.split(':')[0] ?? ''
  const stop = new AbortController()
  const { signal } = stop
  // grammY's types know only its own signals; Node's have the same shape.
  const grammySignal = signal as unknown as Parameters<Api['getMe']>[0]
  let offset = 0

  const takeSome = async () => {
    const updates = await api.getUpdates(
      { offset, limit: 100, timeout: holdSeconds, allowed_updates: options.allowedUpdates as never },
      grammySignal,
    )
    for (const update of updates) {
      const call = options.toCall(botId, update, Buffer.from(JSON.stringify(update)))
      if (call) await intake.accept(call)
      offset = update.update_id + 1
      options.onStored?.(update, api)
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
