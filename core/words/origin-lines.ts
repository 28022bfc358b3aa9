import type { Say } from '../i18n.ts'
import type { LeadCard } from '../leads/lead-card.ts'
import { recordOf, textOf } from '../loose-json.ts'

/** How much of each name is shown, in UTF-16 units: people name campaigns by whole sentences. */
export const longestOriginName = 120

/**
 * What brought the person, as the network told: the ad's headline, the names of campaign, ad and form, the page of a
 * website. Names are whatever somebody called his campaign.
 *
 * @param shown what the edge makes of a name: cut to `longestOriginName`, and escaped where its page wants that
 */
export function originLines(
  say: Say,
  attribution: LeadCard['attribution'],
  shown: (name: string) => string,
): string[] {
  const facts = recordOf(attribution)
  const nameOf = (value: unknown) => shown(textOf(value) ?? '')
  const headline = nameOf(facts.headline)
  const campaign = nameOf(facts.campaignName) || nameOf(recordOf(facts.utm).campaign)
  const ad = nameOf(facts.adName)
  const form = nameOf(facts.formName)
  const page = facts.sourceType === 'website' ? nameOf(hostOf(facts.sourceUrl)) : ''
  return [
    ...(headline ? [say('card-ad', { headline })] : []),
    ...(campaign ? [say('card-campaign', { name: campaign })] : []),
    ...(ad ? [say('card-ad-name', { name: ad })] : []),
    ...(form ? [say('card-form', { name: form })] : []),
    ...(page ? [say('card-page', { page })] : []),
  ]
}

const hostOf = (address: unknown): string => {
  const text = textOf(address) ?? ''
  return URL.canParse(text) ? new URL(text).host : ''
}
