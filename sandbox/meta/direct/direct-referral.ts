import { mayText } from '../control-input.ts'
import { type Fields, isFields, present } from '../fields.ts'
import { newObjectId } from '../ids.ts'
import type { Referral } from '../phone.ts'
import { Refusal } from '../refusal.ts'
import type { DirectNetwork } from './direct-account.ts'

/** What brought the customer here, in both forms. */
export interface DirectReferral {
  /** For the card on the phone; absent where no advertisement was seen. */
  shown?: Referral
  webhook: Fields
}

/**
 * Reads `referral`: with `sourceId` an advertisement (`headline`, `body`, `sourceUrl`, `ref`), without it a link
 * m.me or ig.me with `ref`. @throws {Refusal} 400
 */
export function readDirectReferral(input: Fields, network: DirectNetwork): DirectReferral | undefined {
  if (input.referral === undefined) return undefined
  if (!isFields(input.referral)) throw new Refusal(400, '"referral" must be an object.')
  const { referral } = input
  const ref = mayText(referral, 'ref')
  const adId = mayText(referral, 'sourceId')
  if (adId === undefined) {
    if (ref === undefined)
      throw new Refusal(400, '"referral" needs "sourceId" of an advertisement or "ref" of a link.')
    const source = network === 'instagram' ? 'IGME' : 'SHORTLINK'
    return { webhook: { ref, source, type: 'OPEN_THREAD' } }
  }
  const headline = mayText(referral, 'headline') ?? ''
  const sourceUrl = mayText(referral, 'sourceUrl') ?? 'https://ads.example'
  const post = network === 'messenger' ? { post_id: newObjectId() } : {}
  return {
    shown: {
      sourceId: adId,
      headline,
      sourceUrl,
      body: mayText(referral, 'body') ?? '',
      ...present({ ref }),
    },
    webhook: {
      ...present({ ref }),
      ad_id: adId,
      source: 'ADS',
      type: 'OPEN_THREAD',
      ads_context_data: { ad_title: headline, photo_url: `${sourceUrl}/picture.jpg`, ...post },
    },
  }
}
