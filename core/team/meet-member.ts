import { z } from 'zod'
import { defineCommand } from '../command.ts'
import { DeskError } from '../errors.ts'
import { isMember } from '../policy.ts'
import { Member } from './member.ts'

/**
 * The member has shown himself in the staff's network: takes over how he calls himself there, and knows that he can
 * be reached again. Choosing a language is part of it where one is given.
 */
export const meetMember = defineCommand({
  input: z.object({
    name: z.string().min(1).max(200).optional(),
    username: z.string().max(64).nullable().optional(),
    language: z.string().min(2).max(10).optional(),
    reachable: z.boolean().default(true),
  }),
  allowed: isMember,
  async run({ actor, em, organizationId }, input) {
    if (actor.kind !== 'member') throw new Error('Only members are met.')
    const member = await em.findOne(Member, { organizationId, id: actor.memberId })
    if (!member) throw new DeskError('not-found', 'member-not-found')
    if (input.name) member.name = input.name
    if (input.username !== undefined) member.username = input.username
    if (input.language) member.language = input.language
    if (input.reachable) member.unreachableSince = null
  },
})
