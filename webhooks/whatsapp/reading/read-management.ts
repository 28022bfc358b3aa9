import type { ChannelNotice, NoticeMeaning } from '#core/channels/inbound-item.ts'
import { idAt, isRecord, type JsonRecord, recordAt, textAt } from '../../meta/loose-json.ts'
import type { Change } from './change.ts'
import { meaningsOfAccountUpdate } from './meanings-of-account-update.ts'
import { meaningsOfAlert } from './meanings-of-alert.ts'
import { meaningsOfCapability } from './meanings-of-capability.ts'
import { meaningsOfName } from './meanings-of-name.ts'
import { meaningsOfQuality } from './meanings-of-quality.ts'
import { meaningsOfReview } from './meanings-of-review.ts'
import { meaningsOfSecurity } from './meanings-of-security.ts'
import { meaningsOfTemplate } from './meanings-of-template.ts'
import { noticeOf } from './read-notice.ts'

/** What a management webhook means for us: nothing, one thing, or several. */
type ReadMeanings = (value: JsonRecord) => NoticeMeaning[]

const readers = new Map<string, ReadMeanings>([
  ['message_template_status_update', meaningsOfTemplate],
  ['message_template_quality_update', meaningsOfTemplate],
  ['message_template_components_update', meaningsOfTemplate],
  ['template_category_update', meaningsOfTemplate],
  ['account_update', meaningsOfAccountUpdate],
  ['account_review_update', meaningsOfReview],
  ['account_alerts', meaningsOfAlert],
  ['business_capability_update', meaningsOfCapability],
  ['phone_number_name_update', meaningsOfName],
  ['phone_number_quality_update', meaningsOfQuality],
  ['security', meaningsOfSecurity],
])

/**
 * A change that is about the business rather than about a person, and any field that this version does not know: one
 * notice, or one for each of its meanings.
 *
 * @param field undefined where Meta leaves it out
 */
export function readManagement(field: string | undefined, value: unknown, change: Change): ChannelNotice[] {
  if (!isRecord(value)) return [noticeOf(field ?? 'unnamed', value, change)]
  // Some of Meta's examples leave the field out, or write it inside the value.
  const topic = field ?? textAt(value, 'field') ?? textAt(value, 'event') ?? 'unnamed'
  const event = textAt(value, 'event')
  const read = readers.get(topic) ?? (event === topic ? meaningsOfAccountUpdate : undefined)
  const meanings = read?.(value) ?? []
  const about = {
    ...change,
    business: businessOf(value) ?? change.business,
    account: accountOf(value, change),
  }
  if (meanings.length === 0) return [noticeOf(topic, value, about)]
  return meanings.map((meaning) => noticeOf(topic, value, about, meaning))
}

/** Calls about a customer's account come under the id of the partner who looks after it. */
function businessOf(value: JsonRecord): string | undefined {
  return idAt(recordAt(value, 'waba_info') ?? {}, 'waba_id')
}

/** Alerts may name the number itself; others only show it as people read it. */
function accountOf(value: JsonRecord, change: Change): string | undefined {
  return value.entity_type === 'PHONE_NUMBER' ? idAt(value, 'entity_id') : change.account
}
