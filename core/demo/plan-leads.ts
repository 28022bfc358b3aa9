import type { LeadPlan } from './create-lead-life.ts'
import type { createPeople, DemoPerson } from './create-people.ts'
import type { Random } from './create-random.ts'
import { type createScriptBags, languages } from './create-script-bags.ts'
import type { LeadRow } from './demo-history.ts'
import { customer, type DemoScript } from './demo-script.ts'
import type { GymHours } from './gym-hours.ts'
import { type DemoSource, pickSource } from './lead-sources.ts'

/** What plans are made from. */
export interface Scene {
  now: Date
  random: Random
  hours: GymHours
  people: ReturnType<typeof createPeople>
  scripts: ReturnType<typeof createScriptBags>
}

const hour = 3_600_000
const day = 24 * hour
const daysBack = 60

/** Somebody who turned up within the last sixty days, more likely on a busy day. */
export function planRegular(scene: Scene): LeadPlan {
  const { now, random, hours, people, scripts } = scene
  const at = someDay(scene)
  const wanted = pickSource(random)
  // Nobody walks into a gym that is closed.
  const source = wanted === 'manual' && hours.whenOpen(at) !== at ? 'forms' : wanted
  const person = people.meet(at, source)
  return { at, source, person, script: scripts.take(source, person.tongue, endingAtAge(now, at, random)) }
}

/** Somebody new whom nobody has answered yet; the first two were overlooked, and their windows have closed. */
export function planFresh(scene: Scene, index: number): LeadPlan {
  const { random, people, scripts } = scene
  const at = index < 2 ? new Date(lately(scene, 10).getTime() - 2 * day) : lately(scene, 20)
  const source: DemoSource = index % 4 === 3 ? random.pick(['forms', 'instagram']) : 'whatsapp'
  const person = people.meet(at, source)
  return {
    ...{ at, source, person },
    script: scripts.take(source, person.tongue, random.pick(['converted', 'contacted', 'follow_up'])),
    shape: (all) =>
      all.slice(
        0,
        all.findIndex((h) => h.type !== 'message' || h.direction === 'outbound'),
      ),
  }
}

/** Somebody who was answered some days ago, has just written again, and waits. */
export function planComeback(scene: Scene): LeadPlan {
  const { random, hours, people, scripts } = scene
  const at = hours.arrival(random.whole(3, 18))
  const source: DemoSource = random.chance(0.65) ? 'whatsapp' : 'whatsapp_ad'
  const person = people.meet(at, source)
  const back = lately(scene, 16)
  const { comebacks, days, classes } = languages[person.tongue]
  const line = customer(
    random
      .pick(comebacks)
      .replace('{day}', random.pick(days))
      .replace('{class}', random.pick(classes))
      .replace(/<([^|]*)\|([^>]*)>/g, person.isMan ? '$1' : '$2'),
  )
  return {
    ...{ at, source, person },
    script: scripts.take(source, person.tongue, random.pick(['contacted', 'follow_up'])),
    shape: (all) => [
      ...all.filter((happening) => happening.at.getTime() < back.getTime() - hour),
      { type: 'message', at: back, direction: 'inbound', line, body: line.body },
    ],
  }
}

/** Somebody whose first lead is closed for good and who writes about something new. */
export function planReturn(scene: Scene, earlier: Omit<LeadRow, 'number'>, person: DemoPerson): LeadPlan {
  const { now, random, hours, scripts } = scene
  const closed = (earlier.closedAt ?? earlier.createdAt).getTime()
  const pause = random.whole(5, Math.floor((now.getTime() - closed) / day) - 2)
  const before = earlier.status === 'converted' ? 'converted' : 'lost'
  return {
    at: hours.whenAwake(new Date(closed + pause * day)),
    source: 'whatsapp',
    person,
    script: scripts.takeReturning(person.tongue, before),
  }
}

function someDay({ now, random, hours }: Scene): Date {
  for (;;) {
    const daysAgo = random.whole(0, daysBack - 1)
    if (!random.chance(hours.busyness(daysAgo))) continue
    const at = hours.arrival(daysAgo)
    if (at.getTime() < now.getTime() - 5 * 60_000) return at
  }
}

/** A waking hour within the last hours, rather a short than a long time ago. */
function lately({ now, random, hours }: Scene, longestHours: number): Date {
  for (;;) {
    const at = new Date(now.getTime() - 3 * 60_000 - random.next() ** 2 * longestHours * hour)
    if (hours.isAwake(at)) return at
  }
}

/** Old leads have mostly found their end; young ones are mostly still on their way. */
function endingAtAge(now: Date, at: Date, random: Random): DemoScript['ending'] {
  const days = (now.getTime() - at.getTime()) / day
  if (days > 25) return random.weighted({ converted: 34, lost: 52, follow_up: 8, contacted: 6 })
  if (days > 8) return random.weighted({ converted: 30, lost: 36, follow_up: 20, contacted: 14 })
  return random.weighted({ converted: 28, lost: 18, follow_up: 30, contacted: 24 })
}
