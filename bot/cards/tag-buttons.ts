import type { OutputOf } from '#core/desk.ts'
import type { Say } from '#core/i18n.ts'
import type { LeadCard } from '#core/leads/lead-card.ts'
import { shortId } from '#core/new-id.ts'
import type { queries } from '#core/queries.ts'
import { callbackData } from '../callback-data.ts'
import type { Button } from '../posts/post-content.ts'
import { cutLine } from '../text/cut-text.ts'
import { tame } from '../text/escape-html.ts'
import { backToCard, inRows } from './card-buttons.ts'

export type Tag = OutputOf<(typeof queries)['listTags']>[number]

/** Offered besides those that the lead has: the rest is written by name. */
const mostOffered = 8

/** The tags of a card: those it has, to be taken off, and the most used of the others, to be put on. */
export function tagButtons(say: Say, card: LeadCard, tags: Tag[]): Button[][] {
  const id = shortId(card.id)
  const has = new Set(card.tags.map((tag) => tag.id))
  const button = (verb: string, sign: string, tag: { id: string; name: string }): Button => ({
    text: `${sign}${cutLine(tame(tag.name), 24)}`,
    data: callbackData(verb, id, shortId(tag.id)),
  })
  const own = card.tags.map((tag) => button('untag', '✅ ', tag))
  const others = tags
    .filter((tag) => !has.has(tag.id))
    .slice(0, mostOffered)
    .map((tag) => button('tag', '', tag))
  const other = { text: say('button-tag-new'), data: callbackData('tag-new', id) }
  return [...inRows([...own, ...others], 2), [other], [backToCard(say, card)]]
}
