import { channelsPrefix, readChannelList, readChannelPage } from '../channels/read-channel-page.ts'
import type { MemberContext } from '../context.ts'
import type { Face } from '../posts/post-content.ts'
import { type Action, actionOn } from './action.ts'
import { changePressed } from './pressed-post.ts'

/** Shows another page of the channels in the pressed post. */
export const turnChannels = (ctx: MemberContext, face: Face): Promise<void> =>
  changePressed(ctx, face, channelsPrefix, `${channelsPrefix}${ctx.update.update_id}`)

/** Back to all channels. */
export const backToChannels: Action = {
  verb: 'channels',
  async run(ctx) {
    await turnChannels(ctx, await readChannelList(ctx))
    return undefined
  },
}

/** Opens the page of one channel. */
export const openChannel = actionOn('channel', async (ctx, channelAccountId) => {
  await turnChannels(ctx, await readChannelPage(ctx, channelAccountId))
  return undefined
})
