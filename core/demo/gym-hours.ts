import type { Random } from './create-random.ts'

const minute = 60_000
const day = 1_440 * minute

/** Minutes of the day between which somebody stands at the desk, Sunday first. */
const opening: readonly (readonly [number, number])[] = [
  [600, 840],
  [420, 1260],
  [420, 1260],
  [420, 1260],
  [420, 1260],
  [420, 1260],
  [540, 1020],
]
/** Minutes of the day between which customers write. */
const awake = [420, 1410] as const
/** How many people write for the first time, Sunday first. */
const crowd = [0.5, 1.6, 1.1, 1, 1, 0.9, 0.8]
/** The same by the hour of the day, from 7 to 23: before work, at lunch, and most of all in the evening. */
const crowdByHour = [3, 4, 5, 6, 6, 8, 7, 5, 5, 6, 8, 10, 10, 9, 7, 5, 2]

export interface GymHours {
  /** 0 is Sunday. */
  weekday(at: Date): number
  isAwake(at: Date): boolean
  /** The same time, or the next morning for a time at night. */
  whenAwake(at: Date): Date
  /** The same time, or some time after the next opening. */
  whenOpen(at: Date): Date
  /** A time on a day that many days ago, at an hour at which customers write. */
  arrival(daysAgo: number): Date
  /** How busy that day was, from 0 to 1. */
  busyness(daysAgo: number): number
}

/** Creates the clock that staff and customers of the demo live by. */
export function createGymHours(now: Date, timeZone: string, random: Random): GymHours {
  const zone = new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'longOffset' })
  /** The time on the wall, as if it were UTC. */
  const wall = (at: Date) => {
    const name = zone.formatToParts(at).find(({ type }) => type === 'timeZoneName')?.value ?? ''
    const [, sign, hours, minutes = '0'] = /([+-])(\d+):?(\d+)?/.exec(name) ?? []
    const offset = hours === undefined ? 0 : (Number(hours) * 60 + Number(minutes)) * (sign === '-' ? -1 : 1)
    const local = new Date(at.getTime() + offset * minute)
    return { minuteOfDay: local.getUTCHours() * 60 + local.getUTCMinutes(), weekday: local.getUTCDay() }
  }
  const setMinute = (at: Date, minuteOfDay: number) =>
    new Date(at.getTime() + (minuteOfDay - wall(at).minuteOfDay) * minute)
  const dayAgo = (daysAgo: number) => new Date(now.getTime() - daysAgo * day)
  const isAwake = (at: Date) => {
    const { minuteOfDay } = wall(at)
    return minuteOfDay >= awake[0] && minuteOfDay < awake[1]
  }

  return {
    weekday: (at) => wall(at).weekday,
    isAwake,
    whenAwake(at) {
      const { minuteOfDay } = wall(at)
      if (isAwake(at)) return at
      const morning = awake[0] + random.skewed(5, 120)
      return setMinute(minuteOfDay < awake[0] ? at : new Date(at.getTime() + day), morning)
    },
    whenOpen(at) {
      const { minuteOfDay, weekday } = wall(at)
      const [opens, closes] = opening[weekday] ?? awake
      if (minuteOfDay >= opens && minuteOfDay < closes) return at
      const late = random.skewed(3, 50)
      if (minuteOfDay < opens) return setMinute(at, opens + late)
      const [opensNext] = opening[(weekday + 1) % 7] ?? awake
      return setMinute(new Date(at.getTime() + day), opensNext + late)
    },
    arrival(daysAgo) {
      const hour = random.weighted(
        Object.fromEntries(crowdByHour.map((weight, index) => [index + 7, weight])),
      )
      const last = Number(hour) === 23 ? 25 : 59
      const at = setMinute(dayAgo(daysAgo), Number(hour) * 60 + random.whole(0, last))
      return new Date(at.getTime() - (at.getTime() % minute) + random.whole(0, 59_000))
    },
    busyness: (daysAgo) => (crowd[wall(dayAgo(daysAgo)).weekday] ?? 1) / Math.max(...crowd),
  }
}
