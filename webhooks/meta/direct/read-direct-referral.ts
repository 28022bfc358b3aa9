import type { Referral } from '#core/channels/inbound-item.ts'
import { dropUndefined } from '../drop-undefined.ts'
import { idAt, type JsonRecord, recordAt, restOf, textAt } from '../loose-json.ts'

const readHere = ['ref', 'ad_id', 'source', 'type', 'referer_uri']

/** Meta's words for where somebody came from; those not listed stay as they are, in lower case. */
const sources = new Map([
  ['ADS', 'ad'],
  ['IGME', 'link'],
  ['SHORTLINK', 'link'],
  ['SHORT-URL', 'link'],
  ['SHORT_URL', 'link'],
  ['MESSENGER_CODE', 'link'],
  ['CUSTOMER_CHAT_PLUGIN', 'website'],
  ['CHAT_PLUGIN', 'website'],
])

/** The ad, link or plugin that a customer came from; `details` is what has no word of ours. */
export function readDirectReferral(referral: JsonRecord): {
  referral: Referral
  details: JsonRecord | undefined
} {
  const source = textAt(referral, 'source')
  const ad = recordAt(referral, 'ads_context_data') ?? {}
  const adId = idAt(referral, 'ad_id')
  return {
    referral: dropUndefined({
      sourceType: source && (sources.get(source.toUpperCase()) ?? source.toLowerCase()),
      sourceId: adId,
      sourceUrl: textAt(referral, 'referer_uri'),
      headline: textAt(ad, 'ad_title'),
      ref: idAt(referral, 'ref'),
      adId,
    }),
    details: restOf(referral, readHere),
  }
}
