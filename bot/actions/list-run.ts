import { z } from 'zod'
import { DeskError } from '#core/errors.ts'
import { shortId } from '#core/new-id.ts'
import { actorOf, type MemberContext } from '../context.ts'
import { beginList } from '../imports/begin-list.ts'
import { undoFace } from '../imports/import-face.ts'
import { readList } from '../imports/list-deeds.ts'
import { showBegun, showList } from '../imports/show-list.ts'
import { beginWizard } from '../wizards/engine/begin-wizard.ts'
import { type Action, actionOn } from './action.ts'
import { findPressedPost } from './pressed-post.ts'

const offered = z.object({ mediaId: z.string(), fileName: z.string() })

/** Begins to import the file that the pressed post offers. */
export const listBegin: Action = {
  verb: 'list-begin',
  async run(ctx) {
    const post = await findPressedPost(ctx)
    const file = offered.safeParse(post?.content.dialogue)
    const message = ctx.callbackQuery?.message?.message_id
    if (!file.success || message === undefined) throw new DeskError('not-found', 'button-outdated')
    const importId = await beginList(ctx, file.data, message)
    await beginWizard(ctx, 'import', { of: shortId(importId) })
    return undefined
  },
}

type Step = 'cancelImport' | 'undoImport'

const step = (verb: string, command: Step) =>
  actionOn(verb, async (ctx: MemberContext, importId) => {
    await ctx.tools.desk.perform(actorOf(ctx), command, { importId })
    await showBegun(ctx, importId)
    return undefined
  })

export const listStop = step('list-stop', 'cancelImport')
export const listUndoYes = step('list-undo-yes', 'undoImport')

/** Asks whether an import is really to be taken back. */
export const listUndo = actionOn('list-undo', async (ctx, importId) => {
  const list = await readList(ctx, importId)
  await showList(ctx, list, list.undoUntil ? undoFace(ctx.voice, list) : undefined)
  return undefined
})

/** Shows an import as it is now. */
export const listShow = actionOn('list-show', async (ctx, importId) => {
  await showList(ctx, await readList(ctx, importId))
  return undefined
})
