import { z } from 'zod'
import { memberIdOf } from '../actor.ts'
import { cleanText } from '../clean-text.ts'
import { defineQuery } from '../command.ts'
import { canReadLeads } from '../policy.ts'
import { normalWords } from '../search/normal-words.ts'
import { type QuickReply, quickReplyColumns, visibleTo } from './quick-reply.ts'
import { readValues } from './read-values.ts'

/**
 * The quick replies of everybody and the member's own, the most used first. `words`: only those in whose shortcut,
 * category or text all of them stand. `offset` pages on; `total` counts all that match.
 * `values` is what their variables mean where there is no lead.
 */
export const listQuickReplies = defineQuery({
  input: z.object({
    words: z.string().max(200).transform(cleanText).default(''),
    limit: z.number().int().min(1).max(1_000).default(10),
    offset: z.number().int().min(0).max(10_000).default(0),
  }),
  allowed: canReadLeads,
  async run(work, { words, limit, offset }) {
    const { actor, sql, organizationId } = work
    const all = await sql.query<QuickReply>(
      `select ${quickReplyColumns} from quick_reply q where ${visibleTo} order by q.uses desc, q.shortcut, q.id`,
      [organizationId, memberIdOf(actor)],
    )
    // A thousand at most, so they are looked through here, by the same rules as everything else.
    const wanted = normalWords(words).split(' ')
    const matching = all.filter(({ shortcut, category, body }) => {
      const text = normalWords(`${shortcut} ${category ?? ''} ${body}`)
      return wanted.every((word) => text.includes(word))
    })
    return {
      replies: matching.slice(offset, offset + limit),
      total: matching.length,
      values: await readValues(work, undefined),
    }
  },
})
