import { clock } from './clock.ts'
import type { Connection } from './connect.ts'
import type { LoadOutcome, LoadPlan } from './load-plan.ts'
import { percentiles } from './percentiles.ts'
import type { Requests } from './signed-requests.ts'

/** How often the generator looks for requests whose time has come, in milliseconds. */
const tick = 1

/**
 * Sends each request when its time has come, whether or not earlier ones are answered, as the networks do. Latencies
 * count from the intended time: what waits because the server (or this generator) is behind, waits in the figures too.
 *
 * @param ending ends the load early: what is sent is waited for, and nothing more is sent
 */
export function runOpenLoop(
  plan: LoadPlan & { rate: number },
  requests: Requests,
  connections: readonly Connection[],
  ending: AbortSignal,
): Promise<LoadOutcome> {
  const latencies: number[] = []
  const refused: Record<string, number> = {}
  const free = [...connections]
  const firstMeasured = plan.warmUpSeconds * plan.rate
  let accepted = 0
  let answered = 0
  let sent = 0
  let planned = requests.count
  let lastAt = 0
  const beganAt = clock() + tick
  const dueAt = (index: number) => beganAt + (index * 1000) / plan.rate

  return new Promise((resolve) => {
    const sendDue = () => {
      const now = clock()
      while (sent < planned && dueAt(sent) <= now) {
        // In turn: a connection that nobody uses is hung up on by the server.
        const connection = free.shift()
        if (!connection) return
        send(connection, sent)
        sent += 1
      }
    }
    const send = (connection: Connection, index: number) =>
      connection.send(requests.at(index), (status) => {
        lastAt = clock()
        if (status === 200) accepted += 1
        else refused[status] = (refused[status] ?? 0) + 1
        if (index >= firstMeasured) latencies.push(lastAt - dueAt(index))
        answered += 1
        free.push(connection)
        if (answered === planned) return finish()
        sendDue()
      })
    const finish = () => {
      clearInterval(timer)
      resolve(outcome())
    }
    const timer = setInterval(sendDue, tick)
    ending.addEventListener('abort', () => {
      planned = sent
      if (answered === planned) finish()
    })
  })

  function outcome(): LoadOutcome {
    return {
      accepted,
      refused,
      perSecond: latencies.length / ((lastAt - dueAt(firstMeasured)) / 1000),
      latency: percentiles(latencies),
      beganAt,
    }
  }
}
