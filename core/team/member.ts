import { defineEntity, type InferEntity, p } from '@mikro-orm/core'

export const roles = ['owner', 'admin', 'agent', 'viewer'] as const
export type Role = (typeof roles)[number]

/** A person of the staff in one organization. The same person may be staff in several. */
export const Member = defineEntity({
  name: 'Member',
  tableName: 'member',
  properties: {
    organizationId: p.uuid().primary(),
    id: p.uuid().primary(),
    telegramUserId: p.bigint('number'),
    name: p.text(),
    username: p.text().nullable(),
    /** For a role of the organization's own, which `roleId` names, the nearest of the four below it. */
    role: p.enum(roles),
    roleId: p.uuid().nullable(),
    teamId: p.uuid().nullable(),
    language: p.text().nullable(),
    state: p.enum(['active', 'removed'] as const),
    unreachableSince: p.datetime().nullable(),
    createdAt: p.datetime(),
    removedAt: p.datetime().nullable(),
  },
})
export type Member = InferEntity<typeof Member>
