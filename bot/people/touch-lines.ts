import type { OutputOf } from '#core/desk.ts'
import type { Say } from '#core/i18n.ts'
import type { queries } from '#core/queries.ts'
import { originLines } from '../cards/origin-lines.ts'
import { sayNetwork } from '../cards/words-of-lead.ts'
import { cutLine } from '../text/cut-text.ts'
import { escapeHtml, tame } from '../text/escape-html.ts'

type Touch = NonNullable<OutputOf<(typeof queries)['readContact']>['firstTouch']>

/** What brought a person, with the ids by which an ad's platform knows it, a line of HTML each. */
export function touchLines(say: Say, { source, attribution }: Touch): string[] {
  const { adId, adsetId, campaignId, formId, clickId, gclid, fbclid, ref } = attribution
  const ids: [string, string | undefined][] = [
    ['campaign', campaignId],
    ['adset', adsetId],
    ['ad', adId],
    ['form', formId],
    ['click', clickId],
    ['gclid', gclid],
    ['fbclid', fbclid],
    ['ref', ref],
  ]
  const told = ids.flatMap(([name, id]) =>
    id ? [`${name} <code>${escapeHtml(cutLine(tame(id), 100))}</code>`] : [],
  )
  return [
    `💬 ${escapeHtml(sayNetwork(say, source))}`,
    ...originLines(say, attribution),
    ...utmLine(attribution.utm),
    ...(told.length > 0 ? [`🔖 ${told.join(', ')}`] : []),
  ]
}

function utmLine(utm: Touch['attribution']['utm']): string[] {
  const parts = Object.entries(utm ?? {}).filter(([, value]) => value)
  if (parts.length === 0) return []
  const told = parts.map(
    ([name, value]) => `${escapeHtml(name)}=${escapeHtml(cutLine(tame(String(value)), 60))}`,
  )
  return [`🔗 utm: ${told.join(', ')}`]
}
