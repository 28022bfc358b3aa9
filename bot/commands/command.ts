import type { MemberContext } from '../context.ts'

/** One command of members. Adding one is a file here and a line in index.ts. */
export interface BotCommand {
  name: string
  /** Key of the words beside it in Telegram's menu. */
  describedBy: string
  /** Only owners and admins have it in their menu; the desk refuses it to others anyway. */
  forLeaders?: true
  /** `argument` is what stands behind the command, without spaces around it. */
  run(ctx: MemberContext, argument: string): Promise<void>
}
