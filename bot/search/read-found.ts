import type { InputOf } from '#core/desk.ts'
import type { queries } from '#core/queries.ts'
import { actorOf, type MemberContext } from '../context.ts'
import type { Face } from '../posts/post-content.ts'
import { foundFace } from './found-face.ts'

/** Leads on one page: as many as the inbox has. */
const page = 8

/** The desk's limit, of which the words of a sentence are far. */
export const mostWords = 200

/** One page of what a member looks for. */
export async function readFound(
  ctx: MemberContext,
  words: string,
  after?: InputOf<(typeof queries)['searchLeads']>['after'],
): Promise<Face> {
  const asked = { words, limit: page, ...(after ? { after } : {}) }
  const found = await ctx.tools.desk.ask(actorOf(ctx), 'searchLeads', asked)
  return foundFace(ctx.voice, words, found, after === undefined)
}
