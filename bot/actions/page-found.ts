import { DeskError } from '#core/errors.ts'
import { postContent } from '../posts/post-content.ts'
import { readPlaceData } from '../search/place-data.ts'
import { readFound } from '../search/read-found.ts'
import type { Action } from './action.ts'
import { changePressed, findPressedPost } from './pressed-post.ts'

/** Turns to the next page of a search, or back to its first. */
export const pageFound: Action = {
  verb: 'found',
  async run(ctx, parts) {
    const content = postContent.safeParse((await findPressedPost(ctx))?.content)
    const words = content.success && content.data.method === 'send' ? content.data.dialogue?.words : undefined
    const after = readPlaceData(parts)
    if (typeof words !== 'string' || (parts.length > 0 && !after))
      throw new DeskError('not-found', 'button-outdated')
    await changePressed(ctx, await readFound(ctx, words, after), 'found:', `found:${ctx.update.update_id}`)
    return undefined
  },
}
