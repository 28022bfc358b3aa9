import type { Asker } from '../actor.ts'
import { canDraftReplies, canWorkLeads } from '../policy.ts'

/** Whoever answers customers changes any draft; whoever only prepares answers, his own. */
export const canChangeDraft = (actor: Asker, { authorId }: { authorId: string }): boolean =>
  canWorkLeads(actor) || (canDraftReplies(actor) && actor.kind === 'member' && actor.memberId === authorId)
