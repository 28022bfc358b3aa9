import { DeskError } from '../errors.ts'
import type { DraftState } from './draft.ts'

/**
 * Refuses what was meant for a draft as it was before.
 *
 * @throws DeskError draft-sent, draft-discarded (each with `name`, who did it), draft-replaced; draft-changed (with `name`)
 *   where somebody has written other words meanwhile
 */
export function mustStand(
  { state, revision, lastBy }: { state: DraftState; revision: number; lastBy: string | null },
  expected: number,
): void {
  const data = lastBy === null ? {} : { name: lastBy }
  if (state === 'sent') throw new DeskError('conflict', 'draft-sent', data)
  if (state === 'discarded') throw new DeskError('conflict', 'draft-discarded', data)
  if (state === 'outdated') throw new DeskError('conflict', 'draft-replaced')
  if (revision !== expected) throw new DeskError('conflict', 'draft-changed', data)
}
