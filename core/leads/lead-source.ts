import type { Network, Referral } from '../channels/inbound-item.ts'

const forms = new Set<Network>(['facebook_leads', 'google_leads', 'linkedin_leads', 'forms', 'manual'])

/**
 * The word for where a message came from: the network, `<network>_ad` where an ad brought the person into a chat. Lead
 * forms are called by their own names, with or without an ad.
 */
export function leadSource(network: Network, referral?: Referral): string {
  return !forms.has(network) && isAd(referral) ? `${network}_ad` : network
}

const isAd = (referral: Referral = {}): boolean =>
  /^ads?$/i.test(referral.sourceType ?? '') ||
  [referral.adId, referral.clickId, referral.gclid, referral.fbclid].some((id) => id !== undefined)

/** Whether marketing brought the person here this time: an ad, a link, or a form, rather than the chat he knew. */
export const isTouch = ({ source, referral }: { source: string; referral?: Referral }): boolean =>
  referral !== undefined || forms.has(source as Network)
