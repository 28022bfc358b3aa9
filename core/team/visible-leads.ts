import type { KnownActor } from '../actor.ts'

/**
 * SQL: whether the actor sees a lead, as a condition on its row; `canSee` says the same of one that was read. What the
 * condition needs is put behind the values that the statement has already. Parley itself sees all; whoever is no member
 * sees none.
 *
 * @param values the statement's, to which those of the condition are added
 * @param lead the alias of the lead's row
 */
export function visibleLeads(actor: KnownActor, values: unknown[], lead = 'l'): string {
  if (actor.kind === 'system') return 'true'
  if (actor.kind !== 'member') return 'false'
  const { sees } = actor
  if (sees === 'all') return 'true'
  values.push(sees.ownerIds)
  const owned = `${lead}.owner_id = any($${values.length}::uuid[])`
  return sees.unclaimed ? `(${owned} or (${lead}.owner_id is null and ${lead}.closed_at is null))` : owned
}
