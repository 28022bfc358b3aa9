import { z } from 'zod'
import { defineCommand } from '../command.ts'
import { newId } from '../new-id.ts'
import { authorize, isSystem } from '../policy.ts'
import { Member } from '../team/member.ts'
import { Organization } from './organization.ts'

/**
 * Makes the actor's organization and its owner, or mends what of them is missing. Heard again, it changes nothing
 * but who owns: naming another person in the configuration makes that person an owner too.
 */
export const setUpOrganization = defineCommand({
  input: z.object({
    name: z.string().min(1).max(120),
    language: z.string().default('en'),
    timeZone: z.string().default('UTC'),
    owner: z.object({ telegramUserId: z.number().int(), name: z.string().min(1) }).optional(),
  }),
  allowed: isSystem,
  async run({ actor, em, organizationId, now }, input) {
    authorize(isSystem(actor))
    const existing = await em.findOne(Organization, { id: organizationId })
    if (!existing) {
      em.create(Organization, {
        id: organizationId,
        name: input.name,
        language: input.language,
        timeZone: input.timeZone,
        createdAt: now,
      })
      await em.flush()
    }
    if (!input.owner) return
    const telegramUserId = input.owner.telegramUserId
    const owner = await em.findOne(Member, { organizationId, telegramUserId })
    if (owner) {
      em.assign(owner, { role: 'owner', roleId: null, state: 'active', removedAt: null })
      return
    }
    em.create(Member, {
      organizationId,
      id: newId(),
      telegramUserId,
      name: input.owner.name,
      username: null,
      role: 'owner',
      roleId: null,
      teamId: null,
      language: null,
      state: 'active',
      unreachableSince: null,
      createdAt: now,
      removedAt: null,
    })
  },
})
