import { readChannelPage } from '../channels/read-channel-page.ts'
import { actorOf } from '../context.ts'
import { actionOn } from './action.ts'
import { turnChannels } from './channels.ts'

/** Asks the network how a channel stands. Its answer takes a moment: the page shows what is known by now. */
export const checkChannel = actionOn('check', async (ctx, channelAccountId) => {
  await ctx.tools.desk.perform(actorOf(ctx), 'checkChannel', { channelAccountId })
  await turnChannels(ctx, await readChannelPage(ctx, channelAccountId))
  return ctx.voice.say('toast-checking')
})
