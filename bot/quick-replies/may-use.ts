import { canShareQuickReplies, canWorkLeads } from '#core/policy.ts'
import { canChangeQuickReply } from '#core/quick-replies/can-change.ts'
import type { QuickReply } from '#core/quick-replies/quick-reply.ts'
import type { MemberContext } from '../context.ts'

const asActor = ({ member }: MemberContext) => ({ kind: 'member' as const, ...member })

/** Whether the member answers customers at all, and so has quick replies. */
export const mayHave = (ctx: MemberContext): boolean => canWorkLeads(asActor(ctx))

export const mayShare = (ctx: MemberContext): boolean => canShareQuickReplies(asActor(ctx))

export const mayChange = (ctx: MemberContext, reply: QuickReply): boolean =>
  canChangeQuickReply(asActor(ctx), reply)
