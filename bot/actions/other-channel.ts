import { actionOn } from './action.ts'
import { sendDraft } from './pressed-draft.ts'

/** Sends a refused answer in another conversation with the same person. */
export const otherChannel = actionOn('elsewhere', (ctx, conversationId) => sendDraft(ctx, { conversationId }))
