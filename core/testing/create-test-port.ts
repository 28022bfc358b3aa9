import type { ChannelPort } from '../channels/channel-port.ts'
import { newId } from '../new-id.ts'

/** A network that takes everything at any pace, with WhatsApp's window; every part can be said otherwise. */
export const createTestPort = (more: Partial<ChannelPort> = {}): ChannelPort => ({
  network: 'whatsapp',
  can: new Set(['text', 'file', 'reaction', 'location', 'buttons', 'list', 'contact-request', 'template']),
  replyWindowHours: 24,
  limits: {
    text: { max: 4096, unit: 'characters' },
    caption: 1024,
    files: {
      image: { maxBytes: 5_000_000, mimes: ['image/jpeg', 'image/png'] },
      document: { maxBytes: 100_000_000 },
    },
  },
  pace: { perSecond: 10_000 },
  send: async () => ({ outcome: 'sent', externalId: `wamid.${newId()}` }),
  ...more,
})
