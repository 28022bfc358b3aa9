import { z } from 'zod'
import { defineCommand } from '../command.ts'
import { DeskError } from '../errors.ts'
import { canMergeContacts } from '../policy.ts'

/**
 * Says that two contacts are two people: the suggestion does not come back for the reasons it had. Dismissing it twice
 * changes nothing.
 *
 * @throws DeskError suggestion-not-found
 */
export const dismissMergeSuggestion = defineCommand({
  input: z.object({ suggestionId: z.uuid() }),
  allowed: canMergeContacts,
  async run({ actor, sql, organizationId, audit }, { suggestionId }) {
    if (actor.kind !== 'member') throw new Error('Only members dismiss suggestions.')
    const [suggestion] = await sql.query<{ state: string }>(
      `select state from merge_suggestion where organization_id = $1 and id = $2 for update`,
      [organizationId, suggestionId],
    )
    if (!suggestion) throw new DeskError('not-found', 'suggestion-not-found')
    if (suggestion.state === 'dismissed') return
    await sql.query(
      `update merge_suggestion set state = 'dismissed', decided_at = now(), decided_by = $3
       where organization_id = $1 and id = $2`,
      [organizationId, suggestionId, actor.memberId],
    )
    audit('dismissMergeSuggestion', { suggestionId })
  },
})
