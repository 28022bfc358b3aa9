import { z } from 'zod'
import { cleanText } from '../../clean-text.ts'
import { DeskError } from '../../errors.ts'
import { isPermission, type Permission } from '../permissions.ts'
import { scopes } from '../rights.ts'

/** What a role of the organization's own is made of; what is not given stays. */
export const roleInput = z.object({
  name: z.string().max(1_000).transform(cleanText).exactOptional(),
  permissions: z.array(z.string().refine(isPermission)).max(100).exactOptional(),
  scope: z.enum(scopes).exactOptional(),
  unclaimed: z.boolean().exactOptional(),
})

/** In characters. */
const longestName = 40

/**
 * A name on one line.
 *
 * @throws DeskError name-length (with `limit`) for none and for a longer one
 */
export function readName(written: string): string {
  const name = written.replace(/\s+/g, ' ').trim()
  if (name === '' || [...name].length > longestName) {
    throw new DeskError('invalid', 'name-length', { limit: longestName })
  }
  return name
}

/** Whoever works on the team may look at leads; without that nothing else would be of use. */
export const withReading = (given: readonly Permission[]): Permission[] => [
  ...new Set<Permission>(['leads.read', ...given]),
]
