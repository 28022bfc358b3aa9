import { createLeadLife } from './create-lead-life.ts'
import { createPeople } from './create-people.ts'
import { createRandom } from './create-random.ts'
import { createScriptBags } from './create-script-bags.ts'
import type { DemoHistory } from './demo-history.ts'
import { createGymHours } from './gym-hours.ts'
import type { HistoryOptions } from './history-options.ts'
import { planComeback, planFresh, planRegular, planReturn } from './plan-leads.ts'

const counts = { regular: 176, fresh: 11, comebacks: 10, returns: 9 }

/**
 * Makes the past of a small gym: some two hundred leads over sixty days, with what was said, noted and done. The same
 * options make the same rows; nothing in them is later than `now`.
 */
export function makeHistory(options: HistoryOptions): DemoHistory {
  const { seed, now, timeZone } = options
  const random = createRandom(seed)
  const hours = createGymHours(now, timeZone, random)
  const { live, conversations } = createLeadLife(options, random, hours)
  const scene = { now, random, hours, people: createPeople(random), scripts: createScriptBags(random) }

  const times = <T>(count: number, make: (index: number) => T) =>
    Array.from({ length: count }, (_, index) => make(index))
  const regular = times(counts.regular, () => live(planRegular(scene)))
  const fresh = times(counts.fresh, (index) => live(planFresh(scene, index)))
  const comebacks = times(counts.comebacks, () => live(planComeback(scene)))
  const closedLong = ({ lead }: (typeof regular)[number]) =>
    lead.lastInboundAt && lead.closedAt && now.getTime() - lead.closedAt.getTime() > 9 * 86_400_000
  const returns = random
    .shuffled(regular.filter(closedLong))
    .slice(0, counts.returns)
    .map(({ lead, person }) => live(planReturn(scene, lead, person)))

  const settled = [...regular, ...fresh, ...comebacks, ...returns].toSorted(
    (a, b) => a.lead.createdAt.getTime() - b.lead.createdAt.getTime(),
  )
  const met = [...new Set(settled.map(({ person }) => person))]
  return {
    contacts: met.map(({ contact }) => contact),
    identities: met.flatMap(({ identities }) => identities),
    leads: settled.map(({ lead }, index) => ({ ...lead, number: index + 1 })),
    conversations: conversations(),
    messages: settled.flatMap(({ messages }) => messages),
    attachments: settled.flatMap(({ attachments }) => attachments),
    notes: settled.flatMap(({ notes }) => notes),
    activities: settled.flatMap(({ activities }) => activities),
  }
}
