import { defineEntity, type InferEntity, p } from '@mikro-orm/core'
import type { NetworkFailure } from '../channels/inbound-item.ts'

export const messageStatuses = [
  'received',
  'queued',
  'sending',
  'unconfirmed',
  'sent',
  'delivered',
  'read',
  'failed',
] as const
export type MessageStatus = (typeof messageStatuses)[number]

/**
 * Where a staff member wrote an answer: a chat and a message there, as the staff's network numbers them for one
 * account of ours. A new bot counts anew, so the account is part of it.
 */
export interface MessageOrigin {
  account: string
  chat: string
  message: number
}

/** One message of a conversation, in either direction. */
export const Message = defineEntity({
  name: 'Message',
  tableName: 'message',
  properties: {
    organizationId: p.uuid().primary(),
    id: p.uuid().primary(),
    conversationId: p.uuid(),
    leadId: p.uuid(),
    channelAccountId: p.uuid(),
    direction: p.enum(['inbound', 'outbound'] as const),
    externalId: p.text().nullable(),
    kind: p.text(),
    body: p.text().nullable(),
    data: p.json<Record<string, unknown>>(),
    replyToExternalId: p.text().nullable(),
    status: p.enum(messageStatuses),
    failure: p.json<NetworkFailure | null>().nullable(),
    authorId: p.uuid().nullable(),
    origin: p.json<MessageOrigin | null>().nullable(),
    idempotencyKey: p.text().nullable(),
    sentAt: p.datetime().nullable(),
    receivedAt: p.datetime().nullable(),
    deliveredAt: p.datetime().nullable(),
    readAt: p.datetime().nullable(),
    editedAt: p.datetime().nullable(),
    revokedAt: p.datetime().nullable(),
    erasedAt: p.datetime().nullable(),
    source: p.enum(['desk', 'phone', 'history'] as const).default('desk'),
    albumId: p.text().nullable(),
    createdAt: p.datetime(),
  },
})
export type Message = InferEntity<typeof Message>
