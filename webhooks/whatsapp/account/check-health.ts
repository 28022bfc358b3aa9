import type { AccountCheck, Asked } from '#core/channels/channel-port.ts'
import type { NetworkFailure } from '#core/channels/inbound-item.ts'
import { dropUndefined } from '../../meta/drop-undefined.ts'
import { idAt, isRecord, type JsonRecord, listAt, textAt } from '../../meta/loose-json.ts'

type Health = Pick<AccountCheck, 'dangers'> | Extract<Asked<never>, { outcome: 'channel-stopped' }>

/**
 * Reads Meta's `health_status`: whether the number, its account, the business and the app can send. Where one of them
 * cannot, such as for unpaid bills, the channel stands still, although everything else answers well.
 */
export function checkHealth(health: unknown): Health {
  if (!isRecord(health)) return { dangers: [] }
  const entities = (listAt(health, 'entities') ?? []).filter(isRecord)
  if (health.can_send_message === 'BLOCKED') {
    const blocked = entities.find((entity) => entity.can_send_message === 'BLOCKED')
    return { outcome: 'channel-stopped', failure: failureOf(blocked ?? {}) }
  }
  const limited = entities.filter((entity) => entity.can_send_message === 'LIMITED')
  return {
    dangers: limited.map((entity) => {
      const kind = idAt(entity, 'entity_type') ?? 'ACCOUNT'
      const detail = (listAt(entity, 'additional_info') ?? [])
        .filter((info) => typeof info === 'string')
        .join(' ')
      return dropUndefined({
        code: `limited-${kind}`,
        title: `Meta limits what can be sent: ${kind}`,
        detail: detail === '' ? undefined : detail,
      })
    }),
  }
}

function failureOf(entity: JsonRecord): NetworkFailure {
  const kind = idAt(entity, 'entity_type') ?? 'ACCOUNT'
  const [error] = (listAt(entity, 'errors') ?? []).filter(isRecord)
  return dropUndefined({
    code: (error && idAt(error, 'error_code')) ?? `blocked-${kind}`,
    title: (error && textAt(error, 'error_description')) ?? `Meta lets nothing be sent: ${kind}`,
    detail: error && textAt(error, 'possible_solution'),
  })
}
