import type { ImportProgress, NetworkFailure } from '#core/channels/inbound-item.ts'
import { dropUndefined } from '../../meta/drop-undefined.ts'
import { idAt, isRecord } from '../../meta/loose-json.ts'
import { readTime } from '../../meta/read-time.ts'
import { accountOf, type Surroundings } from './surroundings.ts'

/**
 * How far the import of a phone's history has come: `phase` 0 is the last day, 1 the last 90, 2 the last 180. Chunks
 * of a phase arrive in any order, so a progress may be told after a higher one.
 *
 * @throws Error where the call does not say which account it is about
 */
export function importProgress(metadata: unknown, around: Surroundings): ImportProgress[] {
  if (!isRecord(metadata)) return []
  const percent = Number(metadata.progress)
  const known = metadata.progress !== undefined && percent >= 0 && percent <= 100
  const facts = { progress: known ? percent : undefined, phase: idAt(metadata, 'phase') }
  return [dropUndefined({ ...base(around), ...facts })]
}

/** Why there is nothing to import, such as 2593109: the owner does not share it. */
export function importFailed(failures: NetworkFailure[], around: Surroundings): ImportProgress[] {
  return failures.map((failure) => ({ ...base(around), failure }))
}

function base(around: Surroundings) {
  return {
    type: 'import-progress' as const,
    network: 'whatsapp' as const,
    account: accountOf(around),
    at: readTime(around.change.time, around.now).at,
  }
}
