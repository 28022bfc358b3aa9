import type { StaffContext } from '../context.ts'

/**
 * What a member asks for in a lead's topic of the group and is not about that lead is answered in his private chat. In his own
 * topics he is answered where he asks.
 */
export function answerPrivately(ctx: StaffContext): void {
  if (!ctx.place.group) return
  const { leadId: _notAboutIt, ...place } = ctx.place
  ctx.place = place
}
