import type { AlbumOutcome, SendOutcome } from '../channels/channel-port.ts'
import type { IdentityClaim, NetworkFailure } from '../channels/inbound-item.ts'

/** What becomes of a message after an attempt to send it. */
export type AfterSend =
  | { next: 'sent'; externalId: string; recipient?: IdentityClaim[] }
  /** `holds`: what waits with it: nothing else, the whole account for as long, or the channel until it is mended. */
  | {
      next: 'again'
      afterMs: number
      failure: NetworkFailure
      holds: 'nothing' | 'account' | 'channel'
      /** By itself from now on, and in no album. */
      apart?: boolean
    }
  | { next: 'failed'; failure: NetworkFailure }
  | { next: 'unconfirmed'; failure: NetworkFailure }

/** Of each part of an album that the network does not take as one. */
export type NotAsOne = Extract<AlbumOutcome, { outcome: 'not-as-one' }>

/** How long a message is tried against a network that refuses for now, from the first attempt on, in milliseconds. */
export const patience = 24 * 3_600_000
const firstPause = 2_000
const longestPause = 15 * 60_000

/**
 * Decides, from how the attempt ended, how often and for how long the message was tried. Pauses double; a
 * network that finds one person written to too often is given four times as long each time, as WhatsApp asks for.
 *
 * @param random from 0 to 1: spreads the next attempts of many messages
 */
export function decideAfterSend(
  outcome: SendOutcome | NotAsOne,
  attempts: number,
  triedMs: number,
  random: number,
): AfterSend {
  switch (outcome.outcome) {
    case 'sent': {
      const { externalId, recipient } = outcome
      return { next: 'sent', externalId, ...(recipient ? { recipient } : {}) }
    }
    case 'refused':
      return { next: 'failed', failure: outcome.failure }
    case 'unconfirmed':
      return { next: 'unconfirmed', failure: outcome.failure }
    case 'not-as-one':
      return { next: 'again', afterMs: 0, failure: outcome.failure, holds: 'nothing', apart: true }
    case 'channel-stopped':
      // The message waits for the channel: nothing is lost, and it is sent when a person has mended the account.
      return { next: 'again', afterMs: 0, failure: outcome.failure, holds: 'channel' }
    case 'refused-for-now': {
      const { failure, holds } = outcome
      if (triedMs > patience) return { next: 'failed', failure }
      const pause = holds === 'person' ? 1_000 * 4 ** attempts : firstPause * 2 ** (attempts - 1)
      // Asked-for pauses are kept in full: the spread only adds to them.
      const spread = holds === 'person' ? 1 + random / 4 : 0.75 + random / 2
      const afterMs = Math.max(Math.min(longestPause, pause) * spread, outcome.afterMs ?? 0)
      return { next: 'again', afterMs, failure, holds: holds === 'account' ? 'account' : 'nothing' }
    }
  }
}
