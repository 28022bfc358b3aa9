import { askNote } from '../messages/ask-note.ts'
import { actionOn } from './action.ts'
import { burst } from './burst.ts'
import { findCard } from './change-card.ts'
import { mustWorkLeads } from './must-work-leads.ts'
import { findPressedPost } from './pressed-post.ts'

/** Asks for a note; the answer to the question becomes one. */
export const note = actionOn('note', async (ctx, leadId) => {
  mustWorkLeads(ctx)
  const card = await findCard(ctx, leadId)
  const pressed = await findPressedPost(ctx)
  await askNote(ctx, card, {
    key: `note-ask:${leadId}:${burst(ctx.voice.now)}`,
    ...(pressed?.key ? { replyToKey: pressed.key } : {}),
  })
  return undefined
})
