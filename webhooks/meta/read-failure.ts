import type { NetworkFailure } from '#core/channels/inbound-item.ts'
import { dropUndefined } from './drop-undefined.ts'
import { idAt, isRecord, recordAt, textAt } from './loose-json.ts'

/** Reads Meta's error objects as they stand in webhooks (`errors[]`); what is not an object is skipped. */
export function readFailures(errors: unknown): NetworkFailure[] {
  if (!Array.isArray(errors)) return []
  return errors.filter(isRecord).map((error) => {
    const title = textAt(error, 'title') ?? textAt(error, 'message') ?? 'no reason given'
    const message = textAt(error, 'message')
    const details = textAt(recordAt(error, 'error_data') ?? {}, 'details')
    const detail = details ?? (message === title ? undefined : message)
    return dropUndefined({ code: idAt(error, 'code') ?? 'none', title, detail })
  })
}
