import type { ChannelPace } from '#core/channels/channel-port.ts'

/** The same on every number: to one person a message every six seconds, of which a few may be borrowed. */
const person = { everyMs: 6000, burst: 45 }

/** Messages a second: by Meta's throughput level of the number, and of one that is shared with the WhatsApp Business app. */
const ordinary = 80
const upgraded = 1000
const shared = 20

/** What Meta lets a number send, by what it says of it. In doubt it is the ordinary pace; 130429 slows it down. */
export function paceOf({ throughput, coexistence }: Record<string, unknown>): ChannelPace {
  if (coexistence === 'true') return { perSecond: shared, person }
  const isUpgraded = typeof throughput === 'string' && throughput.toUpperCase() === 'HIGH'
  return { perSecond: isUpgraded ? upgraded : ordinary, person }
}
