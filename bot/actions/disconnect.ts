import { shortId } from '#core/new-id.ts'
import { callbackData } from '../callback-data.ts'
import { sayChannel } from '../cards/words-of-lead.ts'
import { mustManageChannels } from '../channels/must-manage-channels.ts'
import { readChannel } from '../channels/read-channel.ts'
import { readChannelPage } from '../channels/read-channel-page.ts'
import { actorOf } from '../context.ts'
import { escapeHtml } from '../text/escape-html.ts'
import { actionOn } from './action.ts'
import { turnChannels } from './channels.ts'

/** Asks whether an account is really to be disconnected: its token is deleted. */
export const disconnect = actionOn('disconnect', async (ctx, channelAccountId) => {
  mustManageChannels(ctx)
  const { say } = ctx.voice
  const id = shortId(channelAccountId)
  const title = escapeHtml(sayChannel(say, await readChannel(ctx, channelAccountId)))
  await turnChannels(ctx, {
    html: say('disconnect-ask', { title }),
    buttons: [
      [{ text: say('button-disconnect-yes'), data: callbackData('disconnect-yes', id) }],
      [{ text: say('button-back'), data: callbackData('channel', id) }],
    ],
  })
  return undefined
})

/** Disconnects it, after the question. */
export const disconnectYes = actionOn('disconnect-yes', async (ctx, channelAccountId) => {
  await ctx.tools.desk.perform(actorOf(ctx), 'disconnectChannel', { channelAccountId })
  await turnChannels(ctx, await readChannelPage(ctx, channelAccountId))
  return ctx.voice.say('toast-disconnected')
})
