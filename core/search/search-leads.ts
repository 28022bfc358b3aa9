import { z } from 'zod'
import { cleanText } from '../clean-text.ts'
import { defineQuery, type Work } from '../command.ts'
import { readCountry } from '../contacts/read-country.ts'
import { type LeadCard, readLeadCards } from '../leads/lead-card.ts'
import { canReadLeads } from '../policy.ts'
import type { Excerpt } from './excerpt.ts'
import { findDocuments, type Place } from './find-documents.ts'
import { type Hit, leadsOf, leadsOfNumber, leadsWith, type Rank, ranks } from './leads-of.ts'
import { readExcerpts } from './read-excerpts.ts'
import { readSearch, type Search } from './read-search.ts'
import { tagsOf } from './tags-of.ts'
import { type Typed, withoutProbes } from './without-probes.ts'

/** A lead that was found, and where in it. */
export interface FoundLead {
  lead: LeadCard
  /** What matched: the lead's number, the person's name or an address of theirs, something that was said, a note or a tag. */
  place: Hit['place']
  /** The message that matched, where it was one. */
  messageId: string | null
  /** Null where the card itself says it. It is people's own words: escape it. */
  excerpt: Excerpt | null
}

const place = z.object({ rank: z.enum(ranks), at: z.date(), id: z.uuid() })
/** Where the next page begins. */
export type SearchPlace = z.output<typeof place>

/** Some of what is found was shown by an earlier rank: so often more is asked for. */
const mostRounds = 4
/** The same where most of what is found may lack a tag: each round asks for more. */
const mostRoundsOfTags = 12

/**
 * Finds leads by number, by the person's names, telephone numbers in any spelling and by any part, e-mail addresses and
 * usernames, by tags, and by what was said, answered in forms, sent as files, and noted. `#vip` among the words leaves
 * only leads with that tag. All words stand in one place; capitals,
 * accents and the like do not matter; one or two letters are looked for at the beginning of words only.
 *
 * Leads come once each: the one of that number, then of people with that telephone number, of people who are called just
 * so, of people in whose names the words stand, and then of texts; within each the newest first. A person is shown by
 * the open lead, or else the newest. What was written within the last seconds may not be found yet.
 * Whoever may not see numbers and addresses finds nobody by a part of one.
 *
 * @returns `next`: where the next page begins, null after the last; `understood`: false when there is no letter and no
 *   digit to look for
 */
export const searchLeads = defineQuery({
  input: z.object({
    words: z.string().max(500).transform(cleanText),
    limit: z.number().int().min(1).max(50).default(8),
    after: place.exactOptional(),
  }),
  allowed: canReadLeads,
  async run(work, { words, limit, after }) {
    const { sql, organizationId } = work
    const typed = { ...tagsOf(words), country: await readCountry(sql, organizationId) }
    const search = readSearch(organizationId, typed.words, typed.country)
    const found: FoundLead[] = []
    if (!search && (typed.tags.length === 0 || typed.words !== '')) {
      return { understood: false, found, next: null }
    }
    const hits = new Map<string, Hit & { rank: Rank }>()
    for (const rank of ranks.slice(after ? ranks.indexOf(after.rank) : 0)) {
      const from = rank === after?.rank ? after : undefined
      const more = await hitsOf(work, { search, typed }, rank, from, limit + 1 - hits.size)
      for (const hit of more) if (!hits.has(hit.leadId)) hits.set(hit.leadId, { ...hit, rank })
      if (hits.size > limit) break
    }
    const shown = [...hits.values()].slice(0, limit)
    const last = hits.size > limit ? shown.at(-1) : undefined
    const ids = shown.map(({ leadId }) => leadId)
    const cards = await readLeadCards(work, 'l.id = any($2)', [ids])
    const excerpts = search ? await readExcerpts(work, shown, search) : new Map()
    for (const hit of shown) {
      const lead = cards.find(({ id }) => id === hit.leadId)
      if (!lead) continue
      found.push({
        lead,
        place: hit.place,
        messageId: hit.place === 'message' ? hit.id : null,
        excerpt: excerpts.get(hit.id) ?? null,
      })
    }
    const next: SearchPlace | null = last ? { rank: last.rank, at: last.at, id: last.id } : null
    return { understood: true, found, next }
  },
})

/** Up to `most` leads of one rank, from a place on. */
async function hitsOf(
  work: Work,
  { search, typed }: { search: Search | undefined; typed: Typed & { tags: string[] } },
  rank: Rank,
  from: Place | undefined,
  most: number,
): Promise<Hit[]> {
  const { tags } = typed
  if (!search) return rank === 'tagged' ? leadsWith(work, tags, from, most) : []
  if (rank === 'tagged') return []
  if (rank === 'number') return leadsOfNumber(work, search.number, tags)
  const wanted = { phone: search.phone, named: search.named, person: search.words, text: search.words }[rank]
  if (!wanted) return []
  const hits: Hit[] = []
  let before = from
  const rounds = tags.length > 0 ? mostRoundsOfTags : mostRounds
  for (let round = 0; round < rounds && hits.length < most; round += 1) {
    const size = (most + 5) * (tags.length > 0 ? 2 ** Math.min(round, 6) : 1)
    const documents = await findDocuments(work, rank === 'text' ? 'texts' : 'people', wanted, before, size)
    const leads = await leadsOf(work, rank, documents, search, tags)
    hits.push(...(await withoutProbes(work, leads, wanted, typed)))
    before = documents.at(-1)
    if (documents.length < size) break
  }
  return hits.slice(0, most)
}
