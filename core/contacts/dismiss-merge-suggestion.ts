import { z } from 'zod'
import { defineCommand } from '../command.ts'
import { DeskError } from '../errors.ts'
import { canMergeContacts } from '../policy.ts'
import { visibleContacts } from './visible-contacts.ts'

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
    const values: unknown[] = [organizationId, suggestionId]
    const seen = ['s.contact_id', 's.other_id'].map((contact) =>
      visibleContacts(
        actor,
        values,
        `(select coalesce(c.merged_into, c.id) from contact c where c.organization_id = $1 and c.id = ${contact})`,
      ),
    )
    const [suggestion] = await sql.query<{ state: string }>(
      `select state from merge_suggestion s
       where organization_id = $1 and id = $2 and ${seen.join(' and ')} for update`,
      values,
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
