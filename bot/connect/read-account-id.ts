import type { WantedAccount } from './access-faces.ts'

type AccountId = Pick<WantedAccount, 'externalId' | 'businessAccountId'>

const linkedinPlaces: [pattern: RegExp, kind: string][] = [
  [/urn:li:organization:(\d{1,20})/, 'organization'],
  [/urn:li:sponsoredAccount:(\d{1,20})/, 'sponsoredAccount'],
  [/linkedin\.com\/company\/(\d{1,20})/i, 'organization'],
  [/linkedin\.com\/campaignmanager\/accounts\/(\d{1,20})/i, 'sponsoredAccount'],
]

/**
 * Reads which account is meant: of WhatsApp the number of the Business Account, of LinkedIn the address of the company
 * page or of the ad account as it stands in the browser, since both have bare numbers that look alike.
 *
 * @returns undefined for what names none
 */
export function readAccountId(network: string, text: string): AccountId | undefined {
  if (network === 'whatsapp') {
    const digits = text.replace(/[\s\u200e\u200f]/g, '')
    return /^\d{6,20}$/.test(digits) ? { businessAccountId: digits } : undefined
  }
  for (const [pattern, kind] of linkedinPlaces) {
    const id = pattern.exec(text)?.[1]
    if (id) return { externalId: `${kind}:${id}` }
  }
  return undefined
}
