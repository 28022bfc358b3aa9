import type { SendOutcome } from '../channels/channel-port.ts'
import type { NetworkFailure } from '../channels/inbound-item.ts'

/** What becomes of a message after an attempt to send it. */
export type AfterSend =
  | { next: 'sent'; externalId: string }
  | { next: 'again'; afterMs: number; failure: NetworkFailure; stopChannel: boolean }
  | { next: 'failed'; failure: NetworkFailure }
  | { next: 'unconfirmed'; failure: NetworkFailure }

/** How long a message is tried against a network that refuses for now, from the first attempt on, in milliseconds. */
export const patience = 24 * 3_600_000
const firstPause = 2_000
const longestPause = 15 * 60_000

/**
 * Decides, from how the attempt ended, how often it was tried, and for how long the message has waited.
 *
 * @param random from 0 to 1: spreads the next attempts of many messages
 */
export function decideAfterSend(
  outcome: SendOutcome,
  attempts: number,
  waitedMs: number,
  random: number,
): AfterSend {
  switch (outcome.outcome) {
    case 'sent':
      return { next: 'sent', externalId: outcome.externalId }
    case 'refused':
      return { next: 'failed', failure: outcome.failure }
    case 'unconfirmed':
      return { next: 'unconfirmed', failure: outcome.failure }
    case 'channel-stopped':
      // The message waits for the channel: nothing is lost, and it is sent when a person has mended the account.
      return { next: 'again', afterMs: 0, failure: outcome.failure, stopChannel: true }
    case 'refused-for-now': {
      if (waitedMs > patience) return { next: 'failed', failure: outcome.failure }
      const growing = Math.min(longestPause, firstPause * 2 ** (attempts - 1)) * (0.75 + random / 2)
      const afterMs = Math.max(growing, outcome.afterMs ?? 0)
      return { next: 'again', afterMs, failure: outcome.failure, stopChannel: false }
    }
  }
}
