import type { NetworkFailure } from '../channels/inbound-item.ts'
import type { FileFacts } from './sniff-file.ts'

/** A file that is in the store, and what is known of it now. */
export interface KeptFile {
  size: number
  /** Hex. */
  sha256: string
  facts: FileFacts
  /** What the network said of it just now, for whom the message had not said it. */
  mime?: string
  fileName?: string
}

/**
 * How an attempt to keep a file ended.
 * - `gone`: the network says clearly that there is no such file (any more), or it is one that we do not take.
 * - `refused`: denied for no clear reason, such as by a link that expired.
 * - `later`: the network, the way to it or our own store is in trouble.
 * - `aborted`: this process stops.
 */
export type MediaOutcome =
  | { outcome: 'stored'; file: KeptFile }
  | { outcome: 'gone'; failure: NetworkFailure }
  | { outcome: 'refused' | 'later'; failure: NetworkFailure; afterMs?: number }
  | { outcome: 'channel-stopped'; failure: NetworkFailure }
  | { outcome: 'aborted' }

/** What becomes of it. */
export type AfterMedia =
  | { next: 'stored'; file: KeptFile }
  | { next: 'again'; afterMs: number; failure?: NetworkFailure; stopChannel?: true }
  | { next: 'lost'; failure: NetworkFailure }

const day = 24 * 3_600_000
/** How long a file is tried, in milliseconds. WhatsApp, the most patient network, keeps one for seven days. */
export const patience = { later: 7 * day, refused: 2 * day }
const firstPause = 5_000
const longestPause = 30 * 60_000
/** Whatever a network asks for: a file that nobody tries for hours counts as one that nobody could try. */
const longestWish = 3_600_000

/**
 * Decides, from how the attempt ended, how often it was tried, and for how long.
 *
 * @param random from 0 to 1: spreads the next attempts of many files
 */
export function decideAfterMedia(
  outcome: MediaOutcome,
  attempts: number,
  triedMs: number,
  random: number,
): AfterMedia {
  switch (outcome.outcome) {
    case 'stored':
      return { next: 'stored', file: outcome.file }
    case 'gone':
      return { next: 'lost', failure: outcome.failure }
    case 'channel-stopped':
      return { next: 'again', afterMs: 0, failure: outcome.failure, stopChannel: true }
    case 'aborted':
      return { next: 'again', afterMs: 0 }
    case 'refused':
    case 'later': {
      if (triedMs > patience[outcome.outcome]) return { next: 'lost', failure: outcome.failure }
      const growing = Math.min(longestPause, firstPause * 2 ** (attempts - 1)) * (0.75 + random / 2)
      const wished = Math.min(longestWish, outcome.afterMs ?? 0)
      return { next: 'again', afterMs: Math.max(growing, wished), failure: outcome.failure }
    }
  }
}
