import type { Latency } from './percentiles.ts'
import type { Traffic } from './traffic.ts'

/** What a generator is to do; it runs in a process of its own. */
export interface LoadPlan {
  /** Where calls go that name no path of their own. */
  url: string
  /** Meta's secret of the app; what other networks prove themselves by belongs to their calls. */
  secret: string
  traffic: Traffic
  /** Kept-alive connections, one request at a time on each. */
  connections: number
  /** How many requests are made ready; the load ends when they are used up. */
  requests: number
  /** Ends the load after so many seconds, warm-up included; absent: when the requests are used up. */
  seconds?: number
  /** How many seconds at its begin are not measured. */
  warmUpSeconds: number
  /** Requests per second, sent when their time has come whatever the answers do; absent: as fast as they are answered. */
  rate?: number
}

export interface LoadOutcome {
  /** Answered with 200, warm-up included. */
  accepted: number
  /** How many answers had which other status. */
  refused: Record<string, number>
  /** Of the time after the warm-up. */
  perSecond: number
  /** From the intended time of a request to its answer, in milliseconds; in a closed loop, from its sending. */
  latency: Latency
  /** Intended time of the first request, in milliseconds of the machine's monotonic clock. */
  beganAt: number
}
