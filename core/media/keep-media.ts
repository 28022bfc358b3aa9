import { createReadStream } from 'node:fs'
import { rm } from 'node:fs/promises'
import type { Asked, MediaSource } from '../channels/channel-port.ts'
import type { NetworkFailure } from '../channels/inbound-item.ts'
import { cleanJson } from '../clean-text.ts'
import type { Logger } from '../log.ts'
import { createRunner, type Runner, type Store } from '../loops/create-runner.ts'
import { type AskOptions, askSource } from './ask-source.ts'
import type { Resolve } from './check-address.ts'
import { claimMedia, type Media } from './claim-media.ts'
import { decideAfterMedia, type KeptFile, type MediaOutcome } from './decide-after-media.ts'
import { type Fetched, fetchFile } from './fetch-file.ts'
import { type FinishMediaOptions, finishMedia } from './finish-media.ts'
import { holdLease } from './hold-lease.ts'
import { type MediaStore, storeKey } from './media-store.ts'
import { maxBytesOf } from './size-limits.ts'
import { sniffFile } from './sniff-file.ts'
import { takeUpload } from './take-upload.ts'

export interface KeeperOptions extends AskOptions, FinishMediaOptions {
  store: MediaStore
  /** For files on their way into the store. */
  incoming: string
  /** The largest file, in megabytes; pictures have a limit of their own. */
  maxMb: number
  log: Logger
  onFree: () => void
  /** Told how each attempt ended, with the bytes that were stored: for metrics. */
  onKept?: (outcome: string, bytes: number) => void
  /** How names are looked up; the machine's own way unless a test says otherwise. */
  resolve?: Resolve
}

const filesAtOnce = 8
/** Of them, for one channel account: a host that hangs for half a minute each time leaves places for the others. */
const filesOfAccount = 6
/** So that one claim does not go far beyond that. */
const filesPerClaim = 2

/**
 * Fetches the files of messages into our store, since networks keep them for minutes to days only. Fetching changes
 * nothing at the network and may always be done again: a file is lost only by the network's clear word, or after it was
 * tried in vain for days.
 */
export function createKeeper(options: KeeperOptions): Runner {
  const stopping = new AbortController()
  const underway: string[] = []
  const runner = createRunner<Media>({
    concurrency: filesAtOnce,
    claim: (limit) => claimMedia(options.database, Math.min(limit, filesPerClaim), findBusy(underway)),
    handle: (media, store) => {
      underway.push(media.channel_account_id)
      return handle(options, media, store, stopping.signal).finally(() => {
        underway.splice(underway.indexOf(media.channel_account_id), 1)
      })
    },
    onFree: options.onFree,
    onError: (error) =>
      options.log.warn({ err: error }, 'the end of a download could not be stored; its lease will run out'),
  })
  return {
    ...runner,
    // Not waited for until a place is free: whoever closes the worker would wait for a whole download.
    run: async () => (underway.length < filesAtOnce ? runner.run() : 0),
    settled() {
      // A download may take minutes, and the next process begins it anew.
      stopping.abort()
      return runner.settled()
    },
  }
}

const findBusy = (underway: string[]) =>
  [...new Set(underway)].filter((account) => underway.filter((a) => a === account).length >= filesOfAccount)

async function handle(options: KeeperOptions, media: Media, store: Store, stopping: AbortSignal) {
  const began = performance.now()
  const lease = holdLease(options.database, media)
  try {
    const ask = await store(() => askSource(options, media))
    if (!ask) return
    const outcome = clean(await keep(options, media, ask, AbortSignal.any([stopping, lease.signal])))
    const triedMs = media.now.getTime() - media.trying_since.getTime()
    const after = decideAfterMedia(outcome, media.attempts, triedMs, Math.random())
    options.onKept?.(outcome.outcome, outcome.outcome === 'stored' ? outcome.file.size : 0)
    options.log.info(
      {
        attachment: media.id,
        organization: media.organization_id,
        outcome: outcome.outcome,
        next: after.next,
        code: 'failure' in outcome ? outcome.failure.code : undefined,
        attempt: media.attempts,
        ms: Math.round(performance.now() - began),
      },
      'a file was fetched or not',
    )
    await store(() => finishMedia(options, media, after))
  } finally {
    await lease.release()
  }
}

/** What a network says of a file or of its refusal must not be able to fail the statement that stores it. */
function clean(outcome: MediaOutcome): MediaOutcome {
  if ('failure' in outcome) return { ...outcome, failure: cleanJson(outcome.failure) as NetworkFailure }
  return 'file' in outcome ? { ...outcome, file: cleanJson(outcome.file) as KeptFile } : outcome
}

async function keep(
  options: KeeperOptions,
  media: Media,
  ask: () => Promise<Asked<MediaSource>>,
  signal: AbortSignal,
): Promise<MediaOutcome> {
  const asked = await ask().catch((error: unknown): Asked<MediaSource> => {
    options.log.warn({ err: error, attachment: media.id }, 'asking for a file failed in an unforeseen manner')
    return { outcome: 'later', failure: { code: 'unforeseen', title: 'The network could not be asked.' } }
  })
  if (asked.outcome !== 'found') {
    // The staff bot is no channel: nobody could take it up again, so it is tried like any other trouble.
    const isChannel = asked.outcome !== 'channel-stopped' || media.origin === null
    return isChannel ? asked : { ...asked, outcome: 'later' }
  }
  const maxBytes = maxBytesOf(media.kind, options.maxMb)
  if ((asked.value.size ?? 0) > maxBytes) return tooLarge
  const { store, incoming: folder, resolve } = options
  const fetched = await ('upload' in asked.value
    ? takeUpload(asked.value, { store, folder, organizationId: media.organization_id, signal })
    : fetchFile(asked.value, { folder, maxBytes, signal, ...(resolve ? { resolve } : {}) }))
  if (fetched.outcome === 'aborted') return fetched
  if (fetched.outcome === 'failed') return readFailure(fetched)
  return putAway(options, media, fetched, asked.value, signal)
}

async function putAway(
  { store, log }: KeeperOptions,
  media: Media,
  { path, size, sha256, mime: claimed }: Extract<Fetched, { outcome: 'fetched' }>,
  source: MediaSource,
  signal: AbortSignal,
): Promise<MediaOutcome> {
  try {
    const facts = await sniffFile(path)
    const key = storeKey(media.organization_id, media.id)
    await store.put(key, createReadStream(path, { signal }), { mime: facts.mime, size })
    const mime = source.mime ?? claimed
    const { fileName } = source
    const file = { size, sha256, facts, ...(mime ? { mime } : {}), ...(fileName ? { fileName } : {}) }
    return { outcome: 'stored', file }
  } catch (error) {
    if (signal.aborted) return { outcome: 'aborted' }
    log.warn({ err: error, attachment: media.id }, 'a file could not be put into the store')
    const failure = { code: 'store-failed', title: 'The file could not be put into the store.' }
    return { outcome: 'later', failure }
  } finally {
    await rm(path, { force: true })
  }
}

const tooLarge: MediaOutcome = {
  outcome: 'gone',
  failure: { code: 'too-large', title: 'The file is larger than what is kept here.' },
}

const outcomes = { later: 'later', perhaps: 'refused', never: 'gone' } as const

function readFailure(fetched: Extract<Fetched, { outcome: 'failed' }>): MediaOutcome {
  const { again, failure, afterMs } = fetched
  const outcome = outcomes[again]
  if (outcome === 'gone') return { outcome, failure }
  return { outcome, failure, ...(afterMs === undefined ? {} : { afterMs }) }
}
