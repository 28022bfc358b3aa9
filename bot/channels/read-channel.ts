import type { OutputOf } from '#core/desk.ts'
import { DeskError } from '#core/errors.ts'
import type { queries } from '#core/queries.ts'
import { actorOf, type MemberContext } from '../context.ts'

export type Channel = OutputOf<(typeof queries)['listChannels']>[number]

/** @throws DeskError channel-not-found */
export async function readChannel(ctx: MemberContext, channelAccountId: string): Promise<Channel> {
  const [channel] = await ctx.tools.desk.ask(actorOf(ctx), 'listChannels', { channelAccountId })
  if (!channel) throw new DeskError('not-found', 'channel-not-found')
  return channel
}
