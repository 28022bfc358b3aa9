import { runClosedLoop } from './closed-loop.ts'
import { connect } from './connect.ts'
import type { LoadPlan } from './load-plan.ts'
import { runOpenLoop } from './open-loop.ts'
import { signRequests } from './signed-requests.ts'

/**
 * The generator's process: takes a plan as its argument, says when it is ready, begins when told, reports, and ends. Told
 * to end, an open loop sends nothing more and reports what it sent.
 */
const plan = JSON.parse(process.argv[2] ?? '{}') as LoadPlan
const url = new URL(plan.url)
const requests = signRequests(
  { host: url.host, path: url.pathname, secret: plan.secret },
  plan.traffic,
  plan.requests,
)
const fail = (error: Error) => {
  process.stderr.write(`The load ended early: ${error.message}\n`)
  process.exit(1)
}
const at = { host: url.hostname, port: Number(url.port) }
const connections = await Promise.all(Array.from({ length: plan.connections }, () => connect(at, fail)))

process.on('disconnect', () => process.exit(1))
const ending = new AbortController()
process.once('message', async () => {
  process.once('message', () => ending.abort())
  const { rate } = plan
  const outcome =
    rate === undefined
      ? await runClosedLoop(plan, requests, connections)
      : await runOpenLoop({ ...plan, rate }, requests, connections, ending.signal)
  for (const connection of connections) connection.close()
  process.send?.(outcome, () => process.exit(0))
})
process.send?.('ready')
