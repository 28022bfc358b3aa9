import type { Policy } from '#core/policy.ts'
import type { MemberContext } from '../context.ts'

/** One command of members. Adding one is a file here and a line in index.ts. */
export interface BotCommand {
  name: string
  /** Key of the words beside it in Telegram's menu. */
  describedBy: string
  /** Who has it in his menu; absent: everybody. The desk refuses it to others anyway. */
  may?: Policy
  /** In no menu: people come upon it otherwise. */
  hidden?: true
  /** Also in the menu of groups, where it is about the lead of the topic. */
  inGroup?: true
  /** `argument` is what stands behind the command, without spaces around it. */
  run(ctx: MemberContext, argument: string): Promise<void>
}
