import { z } from 'zod'
import { defineCommand } from '../command.ts'
import { isMember } from '../policy.ts'
import { digestKinds } from './digest.ts'

/**
 * Whether and when a digest comes to the acting member, on the clocks of his time zone; the day that has had one does
 * not have another.
 */
export const setDigest = defineCommand({
  input: z.object({
    kind: z.enum(digestKinds),
    enabled: z.boolean().optional(),
    at: z.iso.time({ precision: -1 }).optional(),
  }),
  allowed: isMember,
  async run({ actor, sql, organizationId }, { kind, enabled, at }) {
    if (actor.kind !== 'member') throw new Error('Only members have digests.')
    await sql.query(
      `insert into digest (organization_id, member_id, kind, enabled, at)
       values ($1, $2, $3, coalesce($4, true), $5::time)
       on conflict (organization_id, member_id, kind) do update set due_at = '-infinity',
         enabled = coalesce($4, digest.enabled), at = coalesce($5::time, digest.at)`,
      [organizationId, actor.memberId, kind, enabled ?? null, at ?? null],
    )
  },
})
