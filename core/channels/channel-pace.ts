import type { ChannelPace, ChannelPort } from './channel-port.ts'

/**
 * How fast an account may send, as generic cell rates: each message moves `paced_until` on by one step, and
 * `paced_until` may lie behind the clock by as much as a burst saves up. Kept in the database, since every process uses
 * the same allowance.
 */
export interface AccountRate {
  perSecond: number
  /** How far `paced_until` may lie behind the clock, in seconds. */
  saved: number
  /** The same for one person: seconds between two messages, and how far that may lie behind. */
  personStep: number
  personSaved: number
}

/** What an idle account may send at once, in seconds of its rate: never much more in any second than the network takes. */
const burstSeconds = 0.25
/** For networks that this version does not know: what they queue is only looked at, to tell that it cannot be sent. */
const unknown: ChannelPace = { perSecond: 10 }

/**
 * @param facts what the network says of the account, of which its throughput may depend
 */
export const rateOfAccount = (
  port: Pick<ChannelPort, 'pace' | 'paceOf'> | undefined,
  facts: Record<string, unknown>,
): AccountRate => rateOf(port?.paceOf?.(facts) ?? port?.pace)

export function rateOf(pace: ChannelPace = unknown): AccountRate {
  const burst = Math.max(1, Math.floor(pace.perSecond * burstSeconds))
  const personStep = (pace.person?.everyMs ?? 0) / 1000
  return {
    perSecond: pace.perSecond,
    saved: (burst - 1) / pace.perSecond,
    personStep,
    personSaved: ((pace.person?.burst ?? 1) - 1) * personStep,
  }
}
