import { z } from 'zod'
import { DeskError } from '#core/errors.ts'
import { ranks } from '#core/search/leads-of.ts'
import type { FoundLead } from '#core/search/search-leads.ts'
import { type LeadGlance, type LeadsAnswer, leadsRequest } from '../contract.ts'
import type { Asked } from './create-api-router.ts'
import { placeShape, readCursor, writeCursor } from './cursor.ts'
import { presentGlance } from './present-lead.ts'
import { pathOf } from './read-json.ts'

/** Leads of a page: some more than a phone shows. */
const pageSize = 25
const longestInbox = 100_000

type Request = z.output<typeof leadsRequest>

/** `GET /leads`: the inbox, all leads, those of one status, or what is found by words; a page of them. */
export async function answerLeads(asked: Asked): Promise<LeadsAnswer> {
  const read = leadsRequest.safeParse({ ...asked.ctx.query })
  if (!read.success) throw new DeskError('invalid', 'bad-input', { field: pathOf(read.error) })
  const request = read.data
  if (request.words?.trim()) return search(asked, request.words, request.after)
  return request.view === 'inbox' && !request.status ? inbox(asked, request) : all(asked, request)
}

async function inbox(asked: Asked, { whose, after }: Request): Promise<LeadsAnswer> {
  const offset = after === undefined ? 0 : readCursor(after, z.int().min(0).max(longestInbox))
  const { leads, total } = await asked.tools.desk.ask(asked.actor, 'listInbox', {
    whose,
    limit: pageSize,
    offset,
  })
  const end = offset + leads.length
  return {
    leads: leads.map((card) => presentGlance(asked, card)),
    next: leads.length === pageSize && end < total ? writeCursor(end) : null,
    total,
  }
}

async function all(asked: Asked, { whose, status, after }: Request): Promise<LeadsAnswer> {
  const { leads, next } = await asked.tools.desk.ask(asked.actor, 'listLeads', {
    whose,
    limit: pageSize,
    ...(status ? { statuses: [status] } : {}),
    ...(after === undefined ? {} : { after: readCursor(after, placeShape) }),
  })
  return {
    leads: leads.map((card) => presentGlance(asked, card)),
    next: next && writeCursor(next),
    total: null,
  }
}

const foundPlace = z.strictObject({ rank: z.enum(ranks), at: z.coerce.date(), id: z.uuid() })

async function search(asked: Asked, words: string, after: string | undefined): Promise<LeadsAnswer> {
  const { found, next } = await asked.tools.desk.ask(asked.actor, 'searchLeads', {
    words,
    limit: pageSize,
    ...(after === undefined ? {} : { after: readCursor(after, foundPlace) }),
  })
  return {
    leads: found.map(({ lead, excerpt }) => ({
      ...presentGlance(asked, lead),
      excerpt: excerpt && partsOf(excerpt),
    })),
    next: next && writeCursor(next),
    total: null,
  }
}

/** The piece of text in parts, so that the page need not know where a text may be cut. */
function partsOf({ text, from, to }: NonNullable<FoundLead['excerpt']>): LeadGlance['excerpt'] {
  return [
    { text: text.slice(0, from), matches: false },
    { text: text.slice(from, to), matches: true },
    { text: text.slice(to), matches: false },
  ].filter((part) => part.text !== '')
}
