import { actorOf } from '../context.ts'
import { actionOn } from './action.ts'

/** Takes a stopped channel up again, after a person has mended it at the network. */
export const resumeChannel = actionOn('resume', async (ctx, channelAccountId) => {
  await ctx.tools.desk.perform(actorOf(ctx), 'resumeChannel', { channelAccountId })
  return ctx.voice.say('toast-resumed')
})
