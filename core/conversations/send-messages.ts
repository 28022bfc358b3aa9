import { sendDeadlineMs } from '../channels/send-deadline.ts'
import type { Logger } from '../log.ts'
import { type Cut, createCut } from '../loops/create-cut.ts'
import { createRunner, type Runner, type Store } from '../loops/create-runner.ts'
import { startClock } from '../loops/start-clock.ts'
import { wakeLater } from '../loops/wake-later.ts'
import { bytesOf, callNetwork, interrupted, sendableOf } from './call-network.ts'
import { claimSends, leaseSeconds, type Send } from './claim-sends.ts'
import { type AfterSend, decideAfterSend } from './decide-after-send.ts'
import { type Ended, type FinishOptions, finishSend } from './finish-send.ts'
import { type PrepareOptions, prepareSend, type Ready } from './prepare-send.ts'

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
 * is not sent again by itself. The parts of an album take these steps together (`gather-album.ts`).
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

async function handle(
  options: SenderOptions,
  { send, elapsed, cut }: Taken & { cut: Cut },
  store: Store,
): Promise<void> {
  const began = performance.now()
  const finish = (ends: Ended[]) => store(() => finishSend(options, ends))
  if (send.sending_at) {
    // An earlier lease ran out after `sending`: the process that held it died or hung around the call. The parts of an album
    // are met so one after the other.
    return finish([{ send, after: { next: 'unconfirmed', failure: interrupted } }])
  }
  const ready = await store(() => prepareSend(options, send))
  if (ready.length === 0) return
  const hindrance = findHindrance(ready, elapsed())
  if (hindrance) {
    return finish(
      ready.map((one) => ({ send: one.send, after: { next: 'again', afterMs: 0, ...hindrance } })),
    )
  }
  const tried = await callNetwork(ready, cut)
  for (const { send: one, network, outcome } of tried) {
    if (outcome.outcome !== 'not-as-one') options.onSent?.(network, outcome.outcome)
    options.log.info(
      {
        send: one.message_id,
        network,
        organization: one.organization_id,
        outcome: outcome.outcome,
        code: 'failure' in outcome ? outcome.failure.code : undefined,
        attempt: one.attempts,
        ms: Math.round(performance.now() - began),
        ...(tried.length > 1 ? { album: tried.length } : {}),
      },
      'a message was sent or not',
    )
  }
  const triedMs = send.now.getTime() - send.trying_since.getTime()
  // The same for all parts of an album: what is tried again is tried together.
  const random = Math.random()
  const ends = tried.map(({ send: one, outcome }) => ({
    send: one,
    after: decideAfterSend(outcome, send.attempts, triedMs, random),
  }))
  await finish(ends)
  // The next message to the same person may have to wait for a moment of its own.
  const again = ends.flatMap(({ after }) => (after.next === 'again' ? [after.afterMs] : []))
  const pause = again.length > 0 ? Math.max(...again) : spaceAfter(ready)
  if (pause && pause <= longestWait) wakeLater(options.onFree, pause)
}

/** Why nothing of it is given to the network now. */
function findHindrance(
  ready: readonly Ready[],
  elapsedMs: number,
): Pick<Extract<AfterSend, { next: 'again' }>, 'failure' | 'holds'> | undefined {
  for (const { prepared } of ready) {
    // It waits for the channel, whose owners are told once: nothing is lost, and nothing is tried in vain.
    if ('unusable' in prepared) return { failure: prepared.unusable, holds: 'channel' }
  }
  const sendable = sendableOf(ready)
  const bytes = sendable.reduce((sum, { message }) => sum + bytesOf(message), 0)
  if (sendable.length === 0 || elapsedMs + sendDeadlineMs(bytes) <= leaseSeconds * 1000) return undefined
  // The process stood still: the network might answer when the lease is long somebody else's. It was not called, so
  // the message goes back, unless somebody has it already.
  const title = 'The program stood still before it sent this message.'
  return { failure: { code: 'lease-late', title }, holds: 'nothing' }
}

/** How long the same person is left in peace. */
function spaceAfter(ready: readonly Ready[]): number | undefined {
  const [port] = ready.flatMap(({ prepared }) => ('port' in prepared ? [prepared.port] : []))
  const every = port?.pace.person?.everyMs
  return every && every * ready.length
}
