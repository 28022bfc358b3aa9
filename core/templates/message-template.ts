import { defineEntity, type InferEntity, p } from '@mikro-orm/core'

/** A message that a network has approved, or is asked to approve, for writing outside the reply window. */
export const MessageTemplate = defineEntity({
  name: 'MessageTemplate',
  tableName: 'message_template',
  properties: {
    organizationId: p.uuid().primary(),
    id: p.uuid().primary(),
    channelAccountId: p.uuid(),
    externalId: p.text().nullable(),
    name: p.text(),
    language: p.text(),
    category: p.text(),
    status: p.text(),
    quality: p.text().nullable(),
    reason: p.text().nullable(),
    components: p.json<unknown[]>(),
    createdBy: p.uuid().nullable(),
    createdAt: p.datetime(),
    updatedAt: p.datetime(),
  },
})
export type MessageTemplate = InferEntity<typeof MessageTemplate>

/** Our own words for a template's life beside the network's. */
export const ownStatus = {
  submitting: 'SUBMITTING',
  gone: 'GONE',
  approved: 'APPROVED',
  rejected: 'REJECTED',
} as const
