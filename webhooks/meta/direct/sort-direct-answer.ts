import type { SendOutcome } from '#core/channels/channel-port.ts'
import type { GraphError, GraphFailure } from '../graph-client.ts'
import { failureOf } from '../graph-failure.ts'
import { sortGraphAnswer } from '../sort-graph-error.ts'

/**
 * Errors of Instagram and Messenger that only their subcode tells from a missing permission (10, 200) or a wrong
 * parameter (100): this message cannot go to this person now, and the account is well.
 */
const aboutThisPerson = new Map([
  [10, new Set([2018065, 2018278, 2018300, 2018109, 2534022, 2534037])],
  [100, new Set([2018001, 2018300, 2534014, 2534037])],
  [200, new Set([1545041, 2018108, 2018300])],
])

/** Codes that other products use for other things, or not at all. */
const refused = new Set([2022, 10900, 10903])
const forNow = new Set([1200])

/** Where Meta's numbers vary, its sentence does not. */
const windowIsShut = /outside (of )?(the )?allowed window/i
const pageRateMs = 60_000

/**
 * Every ending of a send on Instagram or Messenger except success. Where the subcode decided, `failure.code` is
 * `10/2534022`, so that a shut window reads differently from a missing permission.
 */
export function sortDirectAnswer(answer: GraphFailure): SendOutcome {
  const failure = failureOf(answer)
  if (answer.kind !== 'error') return sortGraphAnswer(answer)
  const { code, subcode } = answer.error
  if (isAboutThisPerson(answer.error)) {
    const named = subcode === undefined ? failure : { ...failure, code: `${code}/${subcode}` }
    return { outcome: 'refused', failure: named }
  }
  if (refused.has(code)) return { outcome: 'refused', failure }
  if (forNow.has(code)) {
    const { afterMs } = answer
    return { outcome: 'refused-for-now', failure, ...(afterMs === undefined ? {} : { afterMs }) }
  }
  const sorted = sortGraphAnswer(answer)
  // A spent allowance of calls comes back bit by bit, and each try in between is counted too.
  if (sorted.outcome !== 'refused-for-now' || sorted.holds !== 'account') return sorted
  return { ...sorted, afterMs: sorted.afterMs ?? pageRateMs }
}

function isAboutThisPerson({ code, subcode, message }: GraphError): boolean {
  const known = aboutThisPerson.get(code)
  if (known === undefined) return false
  return (subcode !== undefined && known.has(subcode)) || (code === 10 && windowIsShut.test(message))
}
