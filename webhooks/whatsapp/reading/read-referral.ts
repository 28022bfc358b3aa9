import type { Referral } from '#core/channels/inbound-item.ts'
import { dropUndefined } from '../../meta/drop-undefined.ts'
import { idAt, type JsonRecord, restOf, textAt } from '../../meta/loose-json.ts'

const knownKeys = ['source_type', 'source_id', 'source_url', 'headline', 'body', 'ctwa_clid']

/**
 * The ad or post that a customer came from; `details` is what has no word of ours, such as the picture's
 * address.
 */
export function readReferral(referral: JsonRecord): { referral: Referral; details: JsonRecord | undefined } {
  return {
    referral: dropUndefined({
      sourceType: textAt(referral, 'source_type'),
      sourceId: idAt(referral, 'source_id'),
      sourceUrl: textAt(referral, 'source_url'),
      headline: textAt(referral, 'headline'),
      body: textAt(referral, 'body'),
      clickId: textAt(referral, 'ctwa_clid'),
    }),
    details: restOf(referral, knownKeys),
  }
}
