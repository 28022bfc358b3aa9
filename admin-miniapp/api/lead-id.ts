import { z } from 'zod'
import { DeskError } from '#core/errors.ts'
import { longId } from '#core/new-id.ts'
import type { Asked } from './create-api-router.ts'

/**
 * The lead that an address names, by its id or by the short one that links hold.
 *
 * @throws DeskError lead-not-found for what is no id: the same as for one that leads nowhere
 */
export function leadIdOf({ ctx }: Asked): string {
  const named = String(ctx.params.id)
  const id = z.uuid().safeParse(longId(named) ?? named)
  if (!id.success) throw new DeskError('not-found', 'lead-not-found')
  return id.data
}
