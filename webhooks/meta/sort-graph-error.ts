import type { SendOutcome } from '#core/channels/channel-port.ts'
import type { NetworkFailure } from '#core/channels/inbound-item.ts'
import type { GraphAnswer, GraphError } from './graph-client.ts'

/**
 * What can be done about an error of Meta's.
 * - `retry`: the same message later.
 * - `never`: nothing; this person cannot be sent this message now.
 * - `fix`: another message, template or file.
 * - `stop`: nothing leaves this account until a person mends it.
 */
export type GraphErrorClass = 'retry' | 'never' | 'fix' | 'stop'

const classes = new Map<number, GraphErrorClass>([
  ...entries('retry', [1, 2, 4, 613, 80007, 130429, 131000, 131016, 131056, 131057, 133004]),
  ...entries('never', [368, 130472, 130497, 131021, 131026, 131031, 131047, 131049, 131050, 131051, 131062]),
  ...entries('fix', [33, 100, 131008, 131009, 131037, 131052, 131053, 134101]),
  ...entries('fix', [132000, 132001, 132005, 132007, 132012, 132015, 132016, 132068, 132069]),
  ...entries('stop', [0, 3, 10, 190, 131005, 131042, 131045, 131048, 133010]),
])

/** To one person a number may send a message every six seconds. */
const pairLimit = 131056
const pairLimitMs = 6000

/**
 * Sorts an error by its code, since Meta's HTTP status tells little. The same codes come at once or minutes
 * later in a `failed` status.
 *
 * @param hint what else the answer said, which decides where the code is one that we do not know
 */
export function classOfGraphError(
  code: number,
  hint: { status?: number; transient?: boolean } = {},
): GraphErrorClass {
  const known = classes.get(code)
  if (known !== undefined) return known
  if (code >= 200 && code <= 299) return 'stop'
  if (hint.transient || hint.status === 429 || (hint.status ?? 0) >= 500) return 'retry'
  if (hint.status === 401) return 'stop'
  return 'fix'
}

/** Every ending of a Graph call except success, as the outcome of a send. */
export function sortGraphAnswer(answer: Exclude<GraphAnswer, { kind: 'answered' }>): SendOutcome {
  switch (answer.kind) {
    case 'error':
      return sortError(answer.error, answer.status, answer.afterMs)
    case 'turned-away': {
      const failure = { code: `http-${answer.status}`, title: `HTTP ${answer.status} without a reason` }
      const later = answer.status === 429 || answer.status >= 500
      return later ? forNow(failure, answer.afterMs) : { outcome: 'refused', failure }
    }
    case 'not-sent':
      return forNow({ code: 'no-connection', title: 'No connection to Meta', detail: answer.reason })
    case 'bad-token':
      return {
        outcome: 'channel-stopped',
        failure: { code: 'bad-token', title: 'The access token holds characters that no token has' },
      }
    case 'unconfirmed':
      return {
        outcome: 'unconfirmed',
        failure: {
          code: 'no-answer',
          title: 'Sent, but no readable answer came back',
          detail: answer.reason,
        },
      }
  }
}

function sortError(error: GraphError, status: number, afterMs: number | undefined): SendOutcome {
  const failure = {
    code: String(error.code),
    title: error.message,
    ...(error.detail === undefined ? {} : { detail: error.detail }),
  }
  switch (classOfGraphError(error.code, { status, transient: error.transient })) {
    case 'retry':
      return forNow(failure, afterMs ?? (error.code === pairLimit ? pairLimitMs : undefined))
    case 'stop':
      return { outcome: 'channel-stopped', failure }
    case 'never':
    case 'fix':
      return { outcome: 'refused', failure }
  }
}

function forNow(failure: NetworkFailure, afterMs?: number): SendOutcome {
  return { outcome: 'refused-for-now', failure, ...(afterMs === undefined ? {} : { afterMs }) }
}

function entries(sorted: GraphErrorClass, codes: number[]): [number, GraphErrorClass][] {
  return codes.map((code) => [code, sorted])
}
