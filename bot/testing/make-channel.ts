import type { Channel } from '../channels/read-channel.ts'

export const channelId = '01a2b3c4-0000-7000-8000-0000000000c1'

/** A channel as core gives it; a test changes what it is about. */
export const makeChannel = (changes: Partial<Channel> = {}): Channel => ({
  id: channelId,
  network: 'whatsapp',
  externalId: '106540352242922',
  name: 'Shop',
  state: 'active',
  stoppedAt: null,
  stoppedReason: null,
  dangers: {},
  facts: {},
  checkedAt: null,
  tokenExpiresAt: null,
  subscription: null,
  lastInboundAt: null,
  lastOutboundAt: null,
  ended: 0,
  failed: 0,
  waiting: 0,
  lostLeads: 0,
  ...changes,
})
