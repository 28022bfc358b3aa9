import type { OutboundMessage, SendOutcome } from '../channels/channel-port.ts'
import { sendDeadlineMs } from '../channels/send-deadline.ts'
import type { Logger } from '../log.ts'
import { type Cut, createCut } from '../loops/create-cut.ts'
import { createRunner, type Runner, type Store } from '../loops/create-runner.ts'
import { startClock } from '../loops/start-clock.ts'
import { wakeLater } from '../loops/wake-later.ts'
import { claimSends, leaseSeconds, type Send } from './claim-sends.ts'
import { decideAfterSend } from './decide-after-send.ts'
import { type FinishOptions, finishSend } from './finish-send.ts'
import { type PrepareOptions, prepareSend } from './prepare-send.ts'

export interface SenderOptions extends PrepareOptions, FinishOptions {
  log: Logger
  onFree: () => void
  /** Told how each attempt ended: for metrics. */
  onSent?: (network: string, outcome: string) => void
}

const conversationsAtOnce = 60
/**
 * Bytes of files under way at once, above which no further large one is begun: so many uploads at once that each is too
 * slow for its time would all fail. Texts and small files do not wait for it.
 */
const fileBytesAtOnce = 100_000_000
/** How long a process that has to end waits for networks, in milliseconds; it has 10 s in all. */
const farewell = 4_500
/** Longer waits are for the pulse. */
const longestWait = 2_000

/**
 * Sends queued messages: to customers at most once, in order within a conversation, many conversations at once, each
 * account at the pace of its network.
 *
 * Between the network and our database nothing is atomic, so the order of steps is the promise: the message is marked
 * `sending` in a statement that checks the lease, only then is the network called, and only then the end is written.
 * Whoever finds a message in `sending` whose lease has run out knows that nobody knows: it becomes `unconfirmed` and
 * is not sent again by itself.
 *
 * `settled` waits for networks for some seconds only: what they have not answered by then is `unconfirmed`.
 */
export function createSender(options: SenderOptions): Runner {
  const { database, channels, log, onFree } = options
  const cut = createCut()
  let fileBytes = 0
  let alarm = 0
  const wakeIn = (ms: number) => {
    const at = Date.now() + ms
    // One alarm is enough: the claim that it leads to sets the next.
    if (ms > longestWait || (alarm > Date.now() && alarm <= at)) return
    alarm = at
    wakeLater(onFree, ms)
  }
  const runner = createRunner<Taken>({
    concurrency: conversationsAtOnce,
    async claim(places) {
      const elapsed = startClock()
      const { sends, againMs } = await claimSends(database, channels, places, fileBytes < fileBytesAtOnce)
      if (againMs !== undefined) wakeIn(againMs)
      for (const { file_bytes } of sends) fileBytes += file_bytes
      return sends.map((send) => ({ send, elapsed }))
    },
    handle: ({ send, elapsed }, store) =>
      handle(options, { send, elapsed, cut }, store).finally(() => {
        fileBytes -= send.file_bytes
      }),
    onFree,
    onError: (error) =>
      log.warn({ err: error }, 'the end of a send could not be stored; its lease will run out'),
  })
  return {
    ...runner,
    async settled() {
      const late = setTimeout(cut.cut, farewell)
      await runner.settled().finally(() => clearTimeout(late))
    },
  }
}

/** A claimed message, with the time since just before it was claimed. */
interface Taken {
  send: Send
  elapsed: () => number
}

const interrupted = { code: 'interrupted', title: 'The program was interrupted while it sent this message.' }

async function handle(
  options: SenderOptions,
  { send, elapsed, cut }: Taken & { cut: Cut },
  store: Store,
): Promise<void> {
  const began = performance.now()
  if (send.sending_at) {
    // An earlier lease ran out after `sending`: the process that held it died or hung around the call.
    return store(() => finishSend(options, send, { next: 'unconfirmed', failure: interrupted }))
  }
  const prepared = await store(() => prepareSend(options, send))
  if (!prepared) return
  if ('unusable' in prepared) {
    // It waits for the channel, whose owners are told once: nothing is lost, and nothing is tried in vain.
    const end = { next: 'again', afterMs: 0, failure: prepared.unusable, holds: 'channel' } as const
    return store(() => finishSend(options, send, end))
  }
  const { port } = prepared
  if ('message' in prepared && elapsed() + sendDeadlineMs(bytesOf(prepared.message)) > leaseSeconds * 1000) {
    // The process stood still: the network might answer when the lease is long somebody else's. It was not called, so
    // the message goes back, unless somebody has it already.
    const failure = { code: 'lease-late', title: 'The program stood still before it sent this message.' }
    return store(() => finishSend(options, send, { next: 'again', afterMs: 0, failure, holds: 'nothing' }))
  }
  const outcome: SendOutcome =
    'refused' in prepared
      ? { outcome: 'refused', failure: prepared.refused }
      : ((await cut.unlessCut(port.send(prepared.account, prepared.message))) ?? {
          outcome: 'unconfirmed',
          failure: interrupted,
        })
  const triedMs = send.now.getTime() - send.trying_since.getTime()
  const after = decideAfterSend(outcome, send.attempts, triedMs, Math.random())
  options.onSent?.(port.network, outcome.outcome)
  options.log.info(
    {
      send: send.message_id,
      network: port.network,
      organization: send.organization_id,
      outcome: outcome.outcome,
      code: 'failure' in outcome ? outcome.failure.code : undefined,
      attempt: send.attempts,
      ms: Math.round(performance.now() - began),
    },
    'a message was sent or not',
  )
  await store(() => finishSend(options, send, after))
  // The next message to the same person may have to wait for a moment of its own.
  const pause = after.next === 'again' ? after.afterMs : port.pace.person?.everyMs
  if (pause && pause <= longestWait) wakeLater(options.onFree, pause)
}

function bytesOf({ content }: OutboundMessage): number {
  return 'file' in content ? (content.file?.size ?? 0) : 0
}
