import { clock } from './clock.ts'
import type { Connection } from './connect.ts'
import type { LoadOutcome, LoadPlan } from './load-plan.ts'
import { percentiles } from './percentiles.ts'
import type { Requests } from './signed-requests.ts'

/**
 * Sends the next request on a connection as soon as the last one is answered: how much a server takes at most. A
 * server that pauses is asked less in the meantime, so the latencies flatter it.
 */
export function runClosedLoop(
  plan: LoadPlan,
  requests: Requests,
  connections: readonly Connection[],
): Promise<LoadOutcome> {
  const latencies = new Float64Array(requests.count)
  const refused: Record<string, number> = {}
  let next = 0
  let accepted = 0
  let measured = 0
  const beganAt = clock()
  const warmUntil = beganAt + plan.warmUpSeconds * 1000
  const until = plan.seconds === undefined ? Number.POSITIVE_INFINITY : beganAt + plan.seconds * 1000
  let lastAt = warmUntil

  return new Promise((resolve) => {
    let open = connections.length
    const step = (connection: Connection) => {
      const sentAt = clock()
      if (next >= requests.count || sentAt >= until) {
        open -= 1
        if (open === 0) resolve(outcome())
        return
      }
      const index = next
      next += 1
      connection.send(requests.at(index), (status) => {
        const answeredAt = clock()
        if (status === 200) accepted += 1
        else refused[status] = (refused[status] ?? 0) + 1
        if (status === 200 && answeredAt >= warmUntil) {
          latencies[measured] = answeredAt - sentAt
          measured += 1
          lastAt = answeredAt
        }
        step(connection)
      })
    }
    for (const connection of connections) step(connection)
  })

  function outcome(): LoadOutcome {
    return {
      accepted,
      refused,
      perSecond: measured / ((lastAt - warmUntil) / 1000),
      latency: percentiles(latencies.subarray(0, measured)),
      beganAt,
    }
  }
}
