import { defineEntity, type InferEntity, p } from '@mikro-orm/core'

/** One of the business's accounts on a network, such as a WhatsApp number. */
export const ChannelAccount = defineEntity({
  name: 'ChannelAccount',
  tableName: 'channel_account',
  properties: {
    organizationId: p.uuid().primary(),
    id: p.uuid().primary(),
    network: p.text(),
    externalId: p.text(),
    name: p.text(),
    sealedToken: p.blob().nullable(),
    state: p.enum(['active', 'stopped'] as const),
    stoppedAt: p.datetime().nullable(),
    stoppedReason: p.json<{ code: string; title: string } | null>().nullable(),
    settings: p.json<Record<string, string>>(),
    createdAt: p.datetime(),
    tokenChangedAt: p.datetime().nullable(),
  },
})
export type ChannelAccount = InferEntity<typeof ChannelAccount>
