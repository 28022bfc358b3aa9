import type { Referral } from '#core/channels/inbound-item.ts'
import { dropUndefined } from '../meta/drop-undefined.ts'

const longest = 500

/**
 * The click ids and campaign words of a form: among its own fields (hidden inputs), else in the address of the page
 * that it stood on.
 *
 * @param answers the form's fields, flat
 * @param page where the form stood, if the browser or the form tells
 */
export function readAttribution(answers: Record<string, string>, page: string | undefined): Referral {
  const query = queryOf(page)
  const find = (name: string) => {
    const key = Object.keys(answers).find((candidate) => lastStep(candidate) === name)
    return ((key === undefined ? undefined : answers[key]) || query.get(name) || undefined)?.slice(0, longest)
  }
  const utm = dropUndefined({
    source: find('utm_source'),
    medium: find('utm_medium'),
    campaign: find('utm_campaign'),
    term: find('utm_term'),
    content: find('utm_content'),
  })
  return dropUndefined({
    sourceUrl: page?.slice(0, longest),
    gclid: find('gclid'),
    fbclid: find('fbclid'),
    ref: find('ref'),
    utm: Object.keys(utm).length > 0 ? utm : undefined,
  })
}

const lastStep = (key: string) => (key.split('.').at(-1) ?? key).toLowerCase()

function queryOf(page: string | undefined): URLSearchParams {
  if (page === undefined || !URL.canParse(page)) return new URLSearchParams()
  return new URL(page).searchParams
}
