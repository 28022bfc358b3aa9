import { z } from 'zod'
import { cleanText } from '../clean-text.ts'
import { defineQuery, type Work } from '../command.ts'
import { readCountry } from '../contacts/read-country.ts'
import { type LeadCard, readLeadCards } from '../leads/lead-card.ts'
import { canReadLeads } from '../policy.ts'
import type { Excerpt } from './excerpt.ts'
import { findDocuments, type Place } from './find-documents.ts'
import { type Hit, leadsOf, leadsOfNumber, type Rank, ranks } from './leads-of.ts'
import { readExcerpts } from './read-excerpts.ts'
import { readSearch, type Search } from './read-search.ts'

/** A lead that was found, and where in it. */
export interface FoundLead {
  lead: LeadCard
  /** What matched: the lead's number, the person's name or an address of theirs, something that was said, or a note. */
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

/**
 * Finds leads by number, by the person's names, telephone numbers in any spelling and by any part, e-mail addresses and
 * usernames, and by what was said, answered in forms, sent as files, and noted. All words stand in one place; capitals,
 * accents and the like do not matter; one or two letters are looked for at the beginning of words only.
 *
 * Leads come once each: the one of that number, then of people with that telephone number, of people who are called just
 * so, of people in whose names the words stand, and then of texts; within each the newest first. A person is shown by
 * the open lead, or else the newest. What was written within the last seconds may not be found yet.
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
    const { sql, organizationId, channel } = work
    const search = readSearch(organizationId, words, await readCountry(sql, organizationId))
    const found: FoundLead[] = []
    if (!search) return { understood: false, found, next: null }
    const hits = new Map<string, Hit & { rank: Rank }>()
    for (const rank of ranks.slice(after ? ranks.indexOf(after.rank) : 0)) {
      const from = rank === after?.rank ? after : undefined
      const more = await hitsOf(work, search, rank, from, limit + 1 - hits.size)
      for (const hit of more) if (!hits.has(hit.leadId)) hits.set(hit.leadId, { ...hit, rank })
      if (hits.size > limit) break
    }
    const shown = [...hits.values()].slice(0, limit)
    const last = hits.size > limit ? shown.at(-1) : undefined
    const ids = shown.map(({ leadId }) => leadId)
    const cards = await readLeadCards(sql, organizationId, channel, 'l.id = any($2)', [ids])
    const excerpts = await readExcerpts(sql, organizationId, shown, search)
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
  { sql, organizationId }: Work,
  search: Search,
  rank: Rank,
  from: Place | undefined,
  most: number,
): Promise<Hit[]> {
  if (rank === 'number') return leadsOfNumber(sql, organizationId, search.number)
  const wanted = { phone: search.phone, named: search.named, person: search.words, text: search.words }[rank]
  if (!wanted) return []
  const hits: Hit[] = []
  let before = from
  for (let round = 0; round < mostRounds && hits.length < most; round += 1) {
    const size = most + 5
    const documents = await findDocuments(sql, rank === 'text' ? 'texts' : 'people', wanted, before, size)
    hits.push(...(await leadsOf(sql, organizationId, rank, documents, search)))
    before = documents.at(-1)
    if (documents.length < size) break
  }
  return hits.slice(0, most)
}
