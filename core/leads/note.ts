import { defineEntity, type InferEntity, p } from '@mikro-orm/core'

/** What staff tell one another about a lead; customers never see it. */
export const Note = defineEntity({
  name: 'Note',
  tableName: 'note',
  properties: {
    organizationId: p.uuid().primary(),
    id: p.uuid().primary(),
    leadId: p.uuid(),
    authorId: p.uuid(),
    body: p.text(),
    idempotencyKey: p.text().nullable(),
    createdAt: p.datetime(),
  },
})
export type Note = InferEntity<typeof Note>
