import type { StaffContext } from '../context.ts'

/** What a member asks for in a lead's topic and is not about that lead is answered in his private chat. */
export function answerPrivately(ctx: StaffContext): void {
  const { leadId: _notAboutIt, ...place } = ctx.place
  ctx.place = place
}
