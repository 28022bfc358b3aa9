import { actorOf, type MemberContext } from '../context.ts'
import type { Face } from '../posts/post-content.ts'
import { channelFace } from './channel-face.ts'
import { channelListFace } from './channel-list-face.ts'
import { mustManageChannels } from './must-manage-channels.ts'
import { isForm } from './networks.ts'
import { readChannel } from './read-channel.ts'

/** The list and the pages of channels are one post, by this beginning of its key: pressing changes it in place. */
export const channelsPrefix = 'channels:'

/** The page of one channel as it is now. */
export async function readChannelPage(ctx: MemberContext, channelAccountId: string): Promise<Face> {
  mustManageChannels(ctx)
  const channel = await readChannel(ctx, channelAccountId)
  const form = isForm(channel.network)
    ? await ctx.tools.desk.ask(actorOf(ctx), 'readForm', { channelAccountId })
    : undefined
  return channelFace(ctx.voice, channel, form)
}

/** The list of channels as it is now. */
export async function readChannelList(ctx: MemberContext): Promise<Face> {
  mustManageChannels(ctx)
  return channelListFace(ctx.voice, await ctx.tools.desk.ask(actorOf(ctx), 'listChannels', {}))
}
