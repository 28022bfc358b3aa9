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

/** Asks whether a form is really to be removed: whoever still posts to it is turned away. */
export const removeForm = actionOn('form-remove', async (ctx, channelAccountId) => {
  mustManageChannels(ctx)
  const { say } = ctx.voice
  const id = shortId(channelAccountId)
  const name = escapeHtml(sayChannel(say, await readChannel(ctx, channelAccountId)))
  await turnChannels(ctx, {
    html: say('form-remove-ask', { name }),
    buttons: [
      [{ text: say('button-form-remove-yes'), data: callbackData('form-remove-yes', id) }],
      [{ text: say('button-back'), data: callbackData('channel', id) }],
    ],
  })
  return undefined
})

/** Removes a form, after the question. */
export const removeFormYes = actionOn('form-remove-yes', async (ctx, channelAccountId) => {
  await ctx.tools.desk.perform(actorOf(ctx), 'removeForm', { channelAccountId })
  await turnChannels(ctx, await readChannelPage(ctx, channelAccountId))
  return ctx.voice.say('toast-form-removed')
})
