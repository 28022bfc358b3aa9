import { DeskError } from '#core/errors.ts'
import { inboxTabs } from '../cards/inbox-face.ts'
import { readInbox } from '../commands/read-inbox.ts'
import type { Action } from './action.ts'
import { burst } from './burst.ts'
import { changePressed } from './pressed-post.ts'

/** Turns to another tab or page of the inbox. */
export const pageInbox: Action = {
  verb: 'inbox',
  async run(ctx, [tab, at = '']) {
    const whose = inboxTabs.find((known) => known === tab)
    if (!whose || !/^\d{1,6}$/.test(at)) throw new DeskError('not-found', 'button-outdated')
    const face = await readInbox(ctx, whose, Number(at))
    await changePressed(ctx, face, 'inbox:', `inbox:${burst(ctx.voice.now)}`)
    return undefined
  },
}
