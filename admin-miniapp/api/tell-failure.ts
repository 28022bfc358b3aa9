import { failureKeyOf } from '#core/channels/failure-key.ts'
import type { NetworkFailure } from '#core/channels/inbound-item.ts'
import type { Say } from '#core/i18n.ts'
import { plainLine } from './plain-line.ts'

/** Why the network did not take a message and what to do, as plain text. */
export function tellFailure(say: Say, failure: NetworkFailure | null): string {
  const key = failureKeyOf(failure)
  if (key) return say(key)
  const title = failure ? plainLine(failure.title, 200) : ''
  return title ? `${say('failure-other')} (${title})` : say('failure-other')
}
