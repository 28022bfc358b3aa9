import type { InboundItem } from '#core/channels/inbound-item.ts'
import type { Place } from '../meta/direct/dialect.ts'
import { noticeAt } from '../meta/direct/notice-at.ts'
import { readEventTime } from '../meta/direct/read-event-time.ts'
import { dropUndefined } from '../meta/drop-undefined.ts'
import { idAt, isRecord } from '../meta/loose-json.ts'

/**
 * A lead of an ad's form: Meta tells its id only, and the answers have to be asked for. The dashboard's test names ids
 * of nothing but fours, which nobody can ask for: a notice.
 *
 * @throws Error with the reason when it names no lead or no Page
 */
export function readLeadgen(value: unknown, place: Place): InboundItem {
  if (!isRecord(value)) throw new Error('`value` is missing or is not an object')
  const externalId = idAt(value, 'leadgen_id')
  if (externalId === undefined) throw new Error('`leadgen_id` is missing or is not an id')
  if (place.test || /^4{6,}$/.test(externalId)) {
    return { ...noticeAt({ ...place, test: true }, 'leadgen', value), network: 'facebook_leads' }
  }
  const account = place.account ?? idAt(value, 'page_id')
  if (account === undefined) throw new Error('neither the entry nor `page_id` names the Page')
  const { at } = readEventTime(value.created_time, place)
  return {
    type: 'fetch-request',
    network: 'facebook_leads',
    account,
    what: 'lead',
    externalId,
    data: dropUndefined({
      formId: idAt(value, 'form_id'),
      adId: idAt(value, 'ad_id'),
      adgroupId: idAt(value, 'adgroup_id'),
      createdTime: at.toISOString(),
    }),
    at,
  }
}
