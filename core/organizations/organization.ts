import { defineEntity, type InferEntity, p } from '@mikro-orm/core'

/** A tenant: one business with its own staff, channels and leads. */
export const Organization = defineEntity({
  name: 'Organization',
  tableName: 'organization',
  properties: {
    id: p.uuid().primary(),
    name: p.text(),
    language: p.text(),
    timeZone: p.text(),
    lastLeadNumber: p.integer().default(0),
    createdAt: p.datetime(),
  },
})
export type Organization = InferEntity<typeof Organization>
