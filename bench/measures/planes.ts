import type { Benchmark, Figure } from '../benchmark.ts'
import { count, seconds } from '../report/words.ts'
import { type Carried, carry } from './planes/carry.ts'

const group = { plane: 'group', agents: 10, customers: 10, perMinute: 120, minutes: 2 } as const
const lobby = { plane: 'lobby', agents: 10, customers: 40, perMinute: 480, minutes: 1 } as const

/** How much a team can be told in its group, and how much when leads are worked on in private chats. */
export const planes: Benchmark = {
  name: 'planes',
  title: 'Two ways to work: everything in the group, or in private chats',
  async run(bench) {
    const inGroup = await carry(bench, group)
    await bench.clear()
    const inPrivate = await carry(bench, lobby)
    return {
      figures: [
        ...figuresOf(`all in the group, ${load(group)}`, inGroup, 20),
        ...figuresOf(
          `claimed in the lobby, worked on in ${lobby.agents} private chats, ${load(lobby)}`,
          inPrivate,
          60,
        ),
      ],
      notes: [
        `Every message was stored once and shown; in the group ${count(inGroup.told)} messages ` +
          `took ${count(inGroup.posts)} of Telegram's, since several of one topic are shown together when there are many.`,
      ],
    }
  },
}

const load = ({ perMinute, customers }: { perMinute: number; customers: number }) =>
  `${count(perMinute)} customers' messages a minute in ${customers} leads`

const figuresOf = (what: string, carried: Carried, most: number): Figure[] => [
  { what: `${what}: shown meanwhile`, value: `${count(carried.perMinute)} a minute` },
  { what: 'until the last of them was shown, after the load', value: seconds(carried.lateMs / 1000) },
  {
    what: 'sent and changed in the busiest chat, in its busiest minute',
    value: count(carried.busiest),
    target: `≤ ${most}, Telegram's limit`,
    met: carried.busiest <= most,
  },
]
