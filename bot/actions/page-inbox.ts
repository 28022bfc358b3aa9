import { DeskError } from '#core/errors.ts'
import { longId } from '#core/new-id.ts'
import { inboxTabs } from '../cards/inbox-face.ts'
import { inboxTagsFace } from '../cards/inbox-tags-face.ts'
import { readInbox, readTags } from '../commands/read-inbox.ts'
import type { MemberContext } from '../context.ts'
import type { Action } from './action.ts'
import { burst } from './burst.ts'
import { changePressed } from './pressed-post.ts'

const tabOf = (word: string | undefined) => {
  const tab = inboxTabs.find((known) => known === word)
  if (!tab) throw new DeskError('not-found', 'button-outdated')
  return tab
}

/** Turns to another tab or page of the inbox, of all leads or of those with a tag. */
export const pageInbox: Action = {
  verb: 'inbox',
  async run(ctx, [word, at = '', short]) {
    const tab = tabOf(word)
    if (!/^\d{1,6}$/.test(at)) throw new DeskError('not-found', 'button-outdated')
    const tag = short === undefined ? undefined : await findTag(ctx, short)
    const face = await readInbox(ctx, tab, Number(at), tag)
    await changePressed(ctx, face, 'inbox:', `inbox:${burst(ctx.voice.now)}`)
    return undefined
  },
}

/** Offers the tags that the inbox can be narrowed to. */
export const inboxTags: Action = {
  verb: 'inbox-tags',
  async run(ctx, [word]) {
    const face = inboxTagsFace(ctx.voice.say, tabOf(word), await readTags(ctx))
    await changePressed(ctx, face, 'inbox:', `inbox:${burst(ctx.voice.now)}`)
    return undefined
  },
}

async function findTag(ctx: MemberContext, short: string) {
  const id = longId(short)
  const tag = (await readTags(ctx)).find((one) => one.id === id)
  if (!tag) throw new DeskError('not-found', 'tag-not-found')
  return tag
}
