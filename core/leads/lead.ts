import { defineEntity, type InferEntity, p } from '@mikro-orm/core'

export const leadStatuses = ['new', 'contacted', 'follow_up', 'converted', 'lost'] as const
export type LeadStatus = (typeof leadStatuses)[number]

/** One person's interest in the business, from the first word to converted or lost. */
export const Lead = defineEntity({
  name: 'Lead',
  tableName: 'lead',
  properties: {
    organizationId: p.uuid().primary(),
    id: p.uuid().primary(),
    number: p.integer(),
    contactId: p.uuid(),
    status: p.enum(leadStatuses),
    ownerId: p.uuid().nullable(),
    source: p.text(),
    attribution: p.json<Record<string, unknown>>(),
    lostReason: p.text().nullable(),
    /** What a converted lead was worth, in the smallest unit of the currency. */
    valueMinor: p.bigint('number').nullable(),
    valueCurrency: p.text().nullable(),
    createdAt: p.datetime(),
    claimedAt: p.datetime().nullable(),
    closedAt: p.datetime().nullable(),
    lastMessageAt: p.datetime(),
    lastInboundAt: p.datetime().nullable(),
    lastOutboundAt: p.datetime().nullable(),
    /** The older lead that this one was folded into when their contacts were merged. */
    mergedInto: p.uuid().nullable(),
    idempotencyKey: p.text().nullable(),
  },
})
export type Lead = InferEntity<typeof Lead>

/** Whether a status ends a lead: what the person writes later begins a new one. */
export const isClosed = (status: LeadStatus): boolean => status === 'converted' || status === 'lost'

/** Usual reasons for which a lead is lost, by what is kept of them; any other is kept in the member's own words. */
export const lostReasons = ['price', 'competitor', 'no-answer', 'not-now', 'not-a-fit'] as const
export type LostReason = (typeof lostReasons)[number]
