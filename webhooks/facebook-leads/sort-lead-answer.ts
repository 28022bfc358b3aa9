import type { Asked } from '#core/channels/channel-port.ts'
import type { GraphFailure } from '../meta/graph-client.ts'
import { failureOf } from '../meta/graph-failure.ts'
import { classOfGraphError } from '../meta/sort-graph-error.ts'

const minuteMs = 60_000
const hourMs = 60 * minuteMs

/** The app's access to the leads of this Page was taken away in the Lead Access Manager. */
const accessRevoked = 103
const unknownObject = { code: 100, subcode: 33 }

/**
 * Every ending of asking for leads except success. A lead is somebody's wish to be called: it is given up only where
 * Meta says that there is no such lead, and everything that a person can mend stops the channel rather than the lead.
 */
export function sortLeadAnswer(
  answer: GraphFailure,
  { mayStillCome }: { mayStillCome: boolean },
): Exclude<Asked<never>, { outcome: 'found' }> {
  const failure = failureOf(answer)
  if (answer.kind === 'bad-token') return { outcome: 'channel-stopped', failure }
  if (answer.kind !== 'error') {
    const asked = answer.kind === 'turned-away' ? answer.afterMs : undefined
    return { outcome: 'later', failure, ...(asked === undefined ? {} : { afterMs: asked }) }
  }
  const { code, subcode, transient } = answer.error
  if (code === unknownObject.code && subcode === unknownObject.subcode) {
    return mayStillCome ? { outcome: 'later', failure, afterMs: minuteMs } : { outcome: 'gone', failure }
  }
  const sorted = classOfGraphError(code, { status: answer.status, transient, subcode })
  if (code === accessRevoked || sorted === 'stop') return { outcome: 'channel-stopped', failure }
  return { outcome: 'later', failure, afterMs: answer.afterMs ?? (sorted === 'retry' ? minuteMs : hourMs) }
}
