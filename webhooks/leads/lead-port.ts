import type { ChannelPort } from '#core/channels/channel-port.ts'
import type { Network } from '#core/channels/inbound-item.ts'

/** The port of a lead source: it brings leads, and nothing can be sent back through it. */
export function createLeadPort(
  network: Network,
  hands: Pick<ChannelPort, 'fetchLead' | 'listLeads' | 'check' | 'identify' | 'fetchMedia'> = {},
): ChannelPort {
  return {
    network,
    can: new Set(),
    limits: { text: { max: 0, unit: 'characters' }, caption: 0, files: {} },
    pace: { perSecond: 1 },
    async send() {
      return {
        outcome: 'refused',
        failure: { code: 'not-answerable', title: 'A lead form cannot be answered' },
      }
    },
    ...hands,
  }
}
