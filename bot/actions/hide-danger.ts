import { DeskError } from '#core/errors.ts'
import { digestOfCode } from '../channels/danger-words.ts'
import { mustManageChannels } from '../channels/must-manage-channels.ts'
import { readChannel } from '../channels/read-channel.ts'
import { readChannelPage } from '../channels/read-channel-page.ts'
import { actorOf } from '../context.ts'
import { actionOn } from './action.ts'
import { turnChannels } from './channels.ts'

/** Hides a danger that a person has seen: some networks never say that one is over. */
export const hideDanger = actionOn('hide', async (ctx, channelAccountId, [digest]) => {
  mustManageChannels(ctx)
  if (!digest) throw new DeskError('not-found', 'button-outdated')
  const { dangers } = await readChannel(ctx, channelAccountId)
  const code = Object.keys(dangers).find((known) => digestOfCode(known) === digest)
  // None: it is over, or a colleague has hidden it.
  if (code) await ctx.tools.desk.perform(actorOf(ctx), 'dismissDanger', { channelAccountId, code })
  await turnChannels(ctx, await readChannelPage(ctx, channelAccountId))
  return ctx.voice.say('toast-hidden')
})
