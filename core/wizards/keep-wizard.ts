import { z } from 'zod'
import { defineCommand } from '../command.ts'
import { isMember } from '../policy.ts'
import { postInput } from '../posts/post.ts'
import { putPosts } from '../posts/put-posts.ts'
import { memberOf, wizardHours, wizardPlace } from './wizard-state.ts'

/** So many updates are recognised when they come again. */
const mostHeard = 40

/** As much as a wizard may remember, in characters of JSON. */
export const mostWizardState = 400_000

/**
 * Keeps how far a member's wizard has come, together with what it says: both, or neither. `revision` is the one that
 * the wizard was read at; when it has moved on since, nothing is kept or said. The state is sealed, and kept for a day
 * after the last step.
 *
 * @returns whether it was kept; if not, read it again
 */
export const keepWizard = defineCommand({
  input: z.object({
    revision: z.number().int().nonnegative(),
    /** Names the update that this comes of. */
    heard: z.string().min(1).max(100),
    /** Null ends it. */
    wizard: z
      .object({
        name: z.string().min(1).max(40),
        version: z.number().int(),
        state: z.string().max(mostWizardState).describe('JSON'),
      })
      .nullable(),
    posts: z.array(postInput).max(50),
  }),
  allowed: isMember,
  async run(work, { revision, heard, wizard, posts }) {
    const { sql, organizationId, vault } = work
    const memberId = memberOf(work)
    const [kept] = await sql.query(
      `insert into wizard as w (organization_id, member_id, name, version, sealed_state, revision, heard, expires_at)
       values ($1, $2, $4, $5, $6, $3::int + 1, array[$7::text], now() + interval '${wizardHours} hours')
       on conflict (organization_id, member_id) do update set name = excluded.name, version = excluded.version,
         sealed_state = excluded.sealed_state, revision = excluded.revision, expires_at = excluded.expires_at,
         heard = (w.heard || excluded.heard)[greatest(cardinality(w.heard) + 2 - ${mostHeard}, 1):]
       where w.revision = $3::int
       returning revision`,
      [
        organizationId,
        memberId,
        revision,
        wizard?.name ?? null,
        wizard?.version ?? null,
        wizard ? vault.seal(wizard.state, wizardPlace(organizationId, memberId)) : null,
        heard,
      ],
    )
    if (!kept) return { kept: false }
    await putPosts.run(work, { posts }, undefined)
    return { kept: true }
  },
})
