import type { LeadStatus } from '../leads/lead.ts'
import type { Fillers } from './create-fillers.ts'
import type { Random } from './create-random.ts'
import type { DemoLine, DemoScript } from './demo-script.ts'
import type { GymHours } from './gym-hours.ts'

/** Something that happens to a lead after it was opened. */
export type Happening = { at: Date } & (
  | { type: 'message'; direction: 'inbound' | 'outbound'; line: DemoLine; body: string | null }
  | { type: 'note'; body: string }
  | { type: 'claim' }
  | { type: 'status'; to: LeadStatus; reason?: string }
)

export interface PlayOptions {
  script: DemoScript
  /** When the customer turns up. */
  from: Date
  hours: GymHours
  random: Random
  fill: Fillers
}

const second = 1_000
const minute = 60 * second
const day = 1_440 * minute
const after = (at: Date, milliseconds: number) => new Date(at.getTime() + milliseconds)

/**
 * Plays a script from a moment on: everybody takes the time that people take, customers sleep, and staff are there in
 * the opening hours. It may end in the future; whoever uses it stops at the present.
 */
export function playScript({ script, from, hours, random, fill }: PlayOptions): Happening[] {
  const played: Happening[] = []
  let status = 'new' as LeadStatus
  let previous: DemoLine | undefined
  let at = from
  const move = (to: LeadStatus, when: Date, reason?: string) => {
    status = to
    played.push({ type: 'status', at: when, to, ...(reason ? { reason } : {}) })
  }
  const greet = (when: Date) => {
    if (status !== 'new') return
    const looked = random.chance(0.5) ? random.whole(8, 70) * second : 0
    played.push({ type: 'claim', at: after(when, -looked) })
    move('contacted', when)
  }

  for (const line of script.lines) {
    if (line.afterDays > 0 && status === 'contacted' && script.ending !== 'contacted' && random.chance(0.6)) {
      move('follow_up', after(at, random.whole(40, 240) * second))
    }
    if (previous || line.by !== 'customer')
      at = momentOf(line, { previous, at, greeted: status !== 'new' }, hours, random)
    if (line.by !== 'customer') greet(at)
    if (line.by === 'note') {
      played.push({ type: 'note', at: after(at, second), body: fill.note(line.body ?? '') })
    } else {
      const direction = line.by === 'staff' ? 'outbound' : 'inbound'
      const body = line.body === null ? null : fill.say(line.body)
      played.push({ type: 'message', at: after(at, second), direction, line, body })
    }
    previous = line
  }

  if (script.ending !== status) {
    const silence = (script.silentDays ?? 0) * day + random.skewed(1, 25) * minute
    move(script.ending, hours.whenOpen(after(at, silence)), script.lostReason)
  }
  return played
}

/** When a line is said, from who says it to whom after what. */
function momentOf(
  line: DemoLine,
  { previous, at, greeted }: { previous: DemoLine | undefined; at: Date; greeted: boolean },
  hours: GymHours,
  random: Random,
): Date {
  const minutes = (from: number, to: number) => random.skewed(from, to) * minute
  if (line.afterDays > 0) {
    const someday = after(at, line.afterDays * day + minutes(20, 400) - minutes(20, 400))
    return line.by === 'customer' ? hours.whenAwake(someday) : hours.whenOpen(someday)
  }
  if (line.by === 'note') {
    if (!greeted) return hours.whenOpen(after(at, minutes(2, 150)))
    const noted = after(at, minutes(1, 6))
    return previous?.by === 'staff' ? noted : hours.whenOpen(noted)
  }
  if (line.by === 'customer') {
    if (previous?.by === 'customer') return after(at, random.whole(9, 70) * second)
    return hours.whenAwake(after(at, line.kind === 'reaction' ? minutes(0.2, 8) : minutes(0.7, 80)))
  }
  if (previous?.by === 'staff') return after(at, random.whole(15, 80) * second)
  return hours.whenOpen(after(at, greeted ? minutes(1, 22) : minutes(2, 110)))
}
