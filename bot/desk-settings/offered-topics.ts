import { GrammyError, HttpError } from 'grammy'
import type { LeadTopics } from '#core/team-desk/lead-topics.ts'
import { actorOf, type MemberContext } from '../context.ts'

/** Whether Telegram makes topics in private chats with the bot. Asked anew each time: BotFather may have changed it since. */
export async function offersTopics({ api, me }: MemberContext): Promise<boolean> {
  try {
    return (await api.getMe()).has_topics_enabled === true
  } catch (error) {
    if (!(error instanceof GrammyError || error instanceof HttpError)) throw error
    return me.has_topics_enabled === true
  }
}

/**
 * What a member has chosen of topics for his own leads; undefined where he has no choice: Telegram offers none, or the team
 * works in the topics of its group. Whoever has them can always go back.
 */
export async function readTopicChoice(ctx: MemberContext): Promise<LeadTopics | undefined> {
  const { desk } = ctx.tools
  const state = await desk.ask(actorOf(ctx), 'readLeadTopics', {})
  if (state === 'on') return state
  const group = await desk.ask(actorOf(ctx), 'readTeamDesk', {})
  return group?.plane === 'group' || !(await offersTopics(ctx)) ? undefined : state
}
