import { channelsPrefix, readChannelPage } from '../channels/read-channel-page.ts'
import { actorOf } from '../context.ts'
import { actionOn } from './action.ts'
import { turnChannels } from './channels.ts'
import { findPressedPost } from './pressed-post.ts'

/**
 * Takes a stopped channel up again, after a person has mended it at the network. Below a notice nothing else changes; on
 * the channel's page, the page does.
 */
export const resumeChannel = actionOn('resume', async (ctx, channelAccountId) => {
  await ctx.tools.desk.perform(actorOf(ctx), 'resumeChannel', { channelAccountId })
  const pressed = await findPressedPost(ctx)
  if (pressed?.key.startsWith(channelsPrefix)) {
    await turnChannels(ctx, await readChannelPage(ctx, channelAccountId))
  }
  return ctx.voice.say('toast-resumed')
})
