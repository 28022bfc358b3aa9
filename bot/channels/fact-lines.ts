import type { Say } from '#core/i18n.ts'
import { textOf } from '#core/loose-json.ts'
import { cutLine } from '../text/cut-text.ts'
import { escapeHtml } from '../text/escape-html.ts'

const qualityKeys: Record<string, string> = {
  GREEN: 'quality-good',
  YELLOW: 'quality-medium',
  RED: 'quality-low',
  FLAGGED: 'quality-flagged',
  UNKNOWN: 'quality-unknown',
}

const reviewKeys: Record<string, string> = {
  APPROVED: 'review-approved',
  AVAILABLE_WITHOUT_REVIEW: 'review-approved',
  PENDING: 'review-pending',
  PENDING_REVIEW: 'review-pending',
  DECLINED: 'review-rejected',
  REJECTED: 'review-rejected',
}

/** A word of a network in ours; one that has none is shown as it came. */
const worded = (say: Say, keys: Record<string, string>, word: string): string => {
  const key = Object.hasOwn(keys, word) ? keys[word] : undefined
  return key ? say(key) : escapeHtml(cutLine(word, 80))
}

/** What the network says of an account, a line of HTML each. */
export function factLines(say: Say, facts: Record<string, unknown>): string[] {
  const shown = (name: string) => {
    const text = textOf(facts[name])
    return text && escapeHtml(cutLine(text, 120))
  }
  const name = shown('displayName')
  const username = shown('username')
  const number = shown('displayNumber')
  const quality = textOf(facts.quality)
  const nameReview = textOf(facts.nameReview)
  return [
    ...(name ? [`🏷 ${say('fact-name', { name })}`] : []),
    ...(nameReview && !isApproved(nameReview)
      ? [`🏷 ${say('fact-name-review', { review: worded(say, reviewKeys, nameReview) })}`]
      : []),
    ...(username ? [`👤 @${username}`] : []),
    ...(number ? [`☎️ ${number}`] : []),
    ...(quality ? [`⭐️ ${say('fact-quality', { quality: worded(say, qualityKeys, quality) })}`] : []),
    ...limitLine(say, textOf(facts.limit)),
    ...(facts.throughput === 'HIGH' ? [`🚀 ${say('fact-fast')}`] : []),
  ]
}

const isApproved = (review: string) => reviewKeys[review] === 'review-approved'

/** Of how many people a business may write to first: a number, or no limit. */
function limitLine(say: Say, limit: string | undefined): string[] {
  if (!limit) return []
  if (limit === 'unlimited') return [`📈 ${say('fact-limit-none')}`]
  const count = Number(limit)
  return Number.isSafeInteger(count) ? [`📈 ${say('fact-limit', { count })}`] : []
}
