import type { Figure } from '../benchmark.ts'
import type { LoadOutcome } from '../load/load-plan.ts'
import { median } from '../load/percentiles.ts'
import { latency, ms, perSecond, times } from '../report/words.ts'

/** What the loads of the benchmark `intake` gave. */
interface Outcomes {
  ours: LoadOutcome[]
  theirs: LoadOutcome[]
  prepared: LoadOutcome
  steady: LoadOutcome
  both: LoadOutcome
  ceiling: LoadOutcome
}

export function intakeFigures({ ours, theirs, prepared, steady, both, ceiling }: Outcomes): Figure[] {
  const rate = median(rates(ours))
  const plainRate = median(rates(theirs))
  return [
    {
      what: '64 connections, closed loop, `ROLES=web`, median of 3',
      value: perSecond(rate),
      yardstick: `${perSecond(plainRate)} (one INSERT per call)`,
      target: '≥ 1.5 × yardstick, aim 2 ×',
      met: rate >= 1.5 * plainRate,
    },
    { what: 'the same, as a multiple of the yardstick', value: times(rate / plainRate) },
    {
      what: 'the same against a yardstick that prepares its statement, one run',
      value: times(rate / prepared.perSecond),
      yardstick: perSecond(prepared.perSecond),
    },
    {
      what: 'the same with both roles in one process (it also reads and tells), one run',
      value: perSecond(both.perSecond),
    },
    {
      what: '1,000/s, open loop, from the intended time to the answer',
      value: latency(steady.latency),
      target: 'p99 < 25 ms',
      met: steady.latency.p99 < 25,
    },
    { what: 'the generator alone, against a server that does nothing', value: perSecond(ceiling.perSecond) },
    { what: 'and its own p99 there', value: ms(ceiling.latency.p99) },
  ]
}

export const rates = (outcomes: LoadOutcome[]) => outcomes.map((outcome) => outcome.perSecond)
