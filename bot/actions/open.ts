import { openCard } from '../posts/open-card.ts'
import { actionOn } from './action.ts'
import { burst } from './burst.ts'
import { findCard } from './change-card.ts'

/** Opens a lead's card from the inbox. */
export const open = actionOn('open', async (ctx, leadId) => {
  await openCard(ctx, await findCard(ctx, leadId), burst(ctx.voice.now))
  return undefined
})
