import type { SendOutcome } from '#core/channels/channel-port.ts'
import type { NetworkFailure } from '#core/channels/inbound-item.ts'
import type { GraphError, GraphFailure } from './graph-client.ts'
import { failureOf } from './graph-failure.ts'

/**
 * What can be done about an error of Meta's.
 * - `retry`: the same message later.
 * - `never`: nothing; this person cannot be sent this message now.
 * - `fix`: another message, template or file.
 * - `stop`: nothing leaves this account until a person mends it.
 */
export type GraphErrorClass = 'retry' | 'never' | 'fix' | 'stop'

/** Too much from the whole account, or the whole account is away for a while: everything of it waits. */
const accountLimits = new Set([4, 17, 32, 613, 80007, 130429, 131057, 133004])

const classes = new Map<number, GraphErrorClass>([
  ...entries('retry', [1, 2, ...accountLimits, 131000, 131016, 131056]),
  ...entries('never', [368, 551, 130472, 130497, 131021, 131026, 131031, 131047, 131049, 131050]),
  ...entries('never', [131051, 131062]),
  ...entries('fix', [33, 100, 131008, 131009, 131037, 131052, 131053, 134101]),
  ...entries('fix', [132000, 132001, 132005, 132007, 132012, 132015, 132016, 132068, 132069]),
  ...entries('stop', [0, 3, 10, 190, 131005, 131042, 131045, 131048, 133010]),
])

/** Where code 10 is no missing permission but a shut reply window: of Messenger and of Instagram. */
const windowIsShut = new Set([2018278, 2534022])

/** To one person a number may send a message every six seconds. */
const pairLimit = 131056
const pairLimitMs = 6000
/** Meta moves the number to its higher throughput, which takes up to a minute. */
const maintenance = 131057
const maintenanceMs = 60_000

/**
 * Sorts an error by its code, since Meta's HTTP status tells little. The same codes come at once or minutes
 * later in a `failed` status.
 *
 * @param hint what else the answer said, which decides where the code alone does not
 */
export function classOfGraphError(
  code: number,
  hint: { status?: number; transient?: boolean; subcode?: number | undefined } = {},
): GraphErrorClass {
  if (code === 10 && hint.subcode !== undefined && windowIsShut.has(hint.subcode)) return 'never'
  const known = classes.get(code)
  if (known !== undefined) return known
  if (code >= 200 && code <= 299) return 'stop'
  if (isUseCaseLimit(code)) return 'retry'
  if (hint.transient || hint.status === 429 || (hint.status ?? 0) >= 500) return 'retry'
  if (hint.status === 401) return 'stop'
  return 'fix'
}

/** Every ending of a Graph call except success, as the outcome of a send. */
export function sortGraphAnswer(answer: GraphFailure): SendOutcome {
  const failure = failureOf(answer)
  switch (answer.kind) {
    case 'error':
      return sortError(answer.error, answer.status, failure, answer.afterMs)
    case 'turned-away': {
      const { status, afterMs } = answer
      if (status === 429) return { ...forNow(failure, afterMs), holds: 'account' }
      return status >= 500 ? forNow(failure, afterMs) : { outcome: 'refused', failure }
    }
    case 'not-sent':
    case 'cut-off':
      return forNow(failure)
    case 'bad-token':
      return { outcome: 'channel-stopped', failure }
    case 'unconfirmed':
      return { outcome: 'unconfirmed', failure }
  }
}

function sortError(
  error: GraphError,
  status: number,
  failure: NetworkFailure,
  afterMs?: number,
): SendOutcome {
  const { code, transient, subcode } = error
  switch (classOfGraphError(code, { status, transient, subcode })) {
    case 'retry': {
      if (code === pairLimit) return { ...forNow(failure, afterMs ?? pairLimitMs), holds: 'person' }
      const wait = afterMs ?? (code === maintenance ? maintenanceMs : undefined)
      const wide = accountLimits.has(code) || isUseCaseLimit(code) || status === 429
      return wide ? { ...forNow(failure, wait), holds: 'account' } : forNow(failure, wait)
    }
    case 'stop':
      return { outcome: 'channel-stopped', failure }
    case 'never':
    case 'fix':
      return { outcome: 'refused', failure }
  }
}

/** Meta's allowances of calls, one code for each of its products. */
function isUseCaseLimit(code: number): boolean {
  return code >= 80000 && code <= 80014
}

function forNow(failure: NetworkFailure, afterMs?: number) {
  return {
    outcome: 'refused-for-now' as const,
    failure,
    ...(afterMs === undefined ? {} : { afterMs }),
  }
}

function entries(sorted: GraphErrorClass, codes: number[]): [number, GraphErrorClass][] {
  return codes.map((code) => [code, sorted])
}
