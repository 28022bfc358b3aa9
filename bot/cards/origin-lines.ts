import type { Say } from '#core/i18n.ts'
import type { LeadCard } from '#core/leads/lead-card.ts'
import { recordOf, textOf } from '#core/loose-json.ts'
import { cutLine } from '../text/cut-text.ts'
import { escapeHtml, tame } from '../text/escape-html.ts'

/** How much of each name is shown: people name campaigns by whole sentences. */
const longestName = 120

/**
 * What brought the person, as the network told: the ad's headline, the names of campaign, ad and form, the page of a
 * website. Core keeps all of that with the lead; names are whatever somebody called his campaign.
 */
export function originLines(say: Say, attribution: LeadCard['attribution']): string[] {
  const facts = recordOf(attribution)
  const shown = (value: unknown) => escapeHtml(cutLine(tame(textOf(value) ?? ''), longestName))
  const headline = shown(facts.headline)
  const campaign = shown(facts.campaignName) || shown(recordOf(facts.utm).campaign)
  const ad = shown(facts.adName)
  const form = shown(facts.formName)
  const page = facts.sourceType === 'website' ? shown(hostOf(facts.sourceUrl)) : ''
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
