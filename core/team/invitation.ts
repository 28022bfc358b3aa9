import { defineEntity, type InferEntity, p } from '@mikro-orm/core'

/** A link that makes whoever opens it first a member. Only the hash of its secret is kept. */
export const Invitation = defineEntity({
  name: 'Invitation',
  tableName: 'invitation',
  properties: {
    organizationId: p.uuid().primary(),
    id: p.uuid().primary(),
    secretHash: p.blob(),
    role: p.enum(['admin', 'agent', 'viewer'] as const),
    /** A role of the organization's own; `role` is the nearest below it then. */
    roleId: p.uuid().nullable(),
    /** For whom it is meant, in the words of the one who made it. */
    name: p.text().nullable(),
    invitedBy: p.uuid(),
    expiresAt: p.datetime(),
    acceptedBy: p.uuid().nullable(),
    acceptedAt: p.datetime().nullable(),
    createdAt: p.datetime(),
  },
})
export type Invitation = InferEntity<typeof Invitation>
