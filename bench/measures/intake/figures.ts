import type { Figure } from '../../benchmark.ts'
import type { LoadOutcome } from '../../load/load-plan.ts'
import { median } from '../../load/percentiles.ts'
import { latency, ms, perSecond, range, times } from '../../report/words.ts'
import { acceptedOf, type Compared } from './compare.ts'

/** What the loads of the benchmark `intake` gave. */
interface Outcomes {
  whatsapp: Compared
  mix: Compared
  both: LoadOutcome
  ceiling: LoadOutcome
}

export function intakeFigures({ whatsapp, mix, both, ceiling }: Outcomes): Figure[] {
  const { prepared } = whatsapp
  const rate = median(rates(whatsapp.ours))
  return [
    ...comparison('64 connections, closed loop, `ROLES=web`, median of 3', whatsapp),
    ...(prepared
      ? [
          {
            what: 'the same against a yardstick that prepares its statement, one run',
            value: times(rate / prepared.perSecond),
            yardstick: perSecond(prepared.perSecond),
          },
        ]
      : []),
    {
      what: 'the same with both roles in one process (it also reads and tells), one run',
      value: perSecond(both.perSecond),
    },
    steadily('1,000/s, open loop, from the intended time to the answer', whatsapp.steady),
    ...comparison('all networks mixed: 64 connections, closed loop, `ROLES=web`, median of 3', mix),
    steadily('all networks mixed: 1,000/s, open loop, from the intended time to the answer', mix.steady),
    { what: 'the generator alone, against a server that does nothing', value: perSecond(ceiling.perSecond) },
    { what: 'and its own p99 there', value: ms(ceiling.latency.p99) },
  ]
}

function comparison(what: string, { ours, theirs }: Compared): Figure[] {
  const rate = median(rates(ours))
  const plainRate = median(rates(theirs))
  return [
    {
      what,
      value: perSecond(rate),
      yardstick: `${perSecond(plainRate)} (one INSERT per call)`,
      target: '≥ 1.5 × yardstick, aim 2 ×',
      met: rate >= 1.5 * plainRate,
    },
    { what: 'the same, as a multiple of the yardstick', value: times(rate / plainRate) },
  ]
}

const steadily = (what: string, outcome: LoadOutcome): Figure => ({
  what,
  value: latency(outcome.latency),
  target: 'p99 < 25 ms',
  met: outcome.latency.p99 < 25,
})

/** @param title of what was sent, as the beginning of the sentences */
export function intakeNotes(
  title: string,
  { ours, theirs, prepared, steady, complaints }: Compared,
): string[] {
  const stored = acceptedOf([...ours, steady])
  const plainlyStored = acceptedOf([...theirs, ...(prepared ? [prepared] : [])])
  return [
    `${title}: runs ${range(rates(ours), perSecond)} against ${range(rates(theirs), perSecond)}. Rows were counted: as ` +
      `many as 200s, ${stored} here and ${plainlyStored} in the yardstick's table. At 64 connections, from sending to ` +
      `answer: ${latency(middle(ours).latency)}; yardstick: ${latency(middle(theirs).latency)}.`,
    ...(complaints.count > 0
      ? [`The app logged ${complaints.count} warnings, first: ${complaints.first}`]
      : []),
  ]
}

const rates = (outcomes: LoadOutcome[]) => outcomes.map((outcome) => outcome.perSecond)

/** The run whose rate is the median one. */
function middle(outcomes: LoadOutcome[]): LoadOutcome {
  const sorted = outcomes.toSorted((a, b) => a.perSecond - b.perSecond)
  const found = sorted[Math.floor((sorted.length - 1) / 2)]
  if (!found) throw new Error('There was no run.')
  return found
}
