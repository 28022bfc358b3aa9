import type { Asked } from '#core/channels/channel-port.ts'
import type { GraphFailure } from './graph-client.ts'
import { failureOf } from './graph-failure.ts'
import { classOfGraphError } from './sort-graph-error.ts'

/** A missing permission is given by a person, who takes his time. */
const hourMs = 3_600_000

/**
 * Every ending of a Graph call except success, as the ending of a question. A question changes nothing, so whatever
 * is in doubt is asked again. A permission that is missing for it does not stop the channel: sending may well be
 * allowed without it.
 */
export function sortAsked(answer: GraphFailure): Exclude<Asked<never>, { outcome: 'found' }> {
  const failure = failureOf(answer)
  switch (answer.kind) {
    case 'bad-token':
      return { outcome: 'channel-stopped', failure }
    case 'not-sent':
    case 'cut-off':
    case 'unconfirmed':
      return { outcome: 'later', failure }
    case 'turned-away': {
      if (answer.status === 404 || answer.status === 410) return { outcome: 'gone', failure }
      return later(answer.afterMs)
    }
    case 'error': {
      const { code, transient, subcode } = answer.error
      const sorted = classOfGraphError(code, { status: answer.status, transient, subcode })
      if (code === 0 || code === 190) return { outcome: 'channel-stopped', failure }
      if (sorted === 'retry') return later(answer.afterMs)
      return sorted === 'stop' ? later(answer.afterMs ?? hourMs) : { outcome: 'gone', failure }
    }
  }

  function later(afterMs: number | undefined) {
    return { outcome: 'later' as const, failure, ...(afterMs === undefined ? {} : { afterMs }) }
  }
}
