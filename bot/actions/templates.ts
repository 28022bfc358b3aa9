import { DeskError } from '#core/errors.ts'
import { mustManageChannels } from '../channels/must-manage-channels.ts'
import { templateFace } from '../channels/template-face.ts'
import { templateListFace } from '../channels/template-list-face.ts'
import { actorOf } from '../context.ts'
import { actionOn } from './action.ts'
import { turnChannels } from './channels.ts'

/** Shows a page of a channel's templates. */
export const channelTemplates = actionOn('channel-templates', async (ctx, channelAccountId, [at = '0']) => {
  mustManageChannels(ctx)
  if (!/^\d{1,4}$/.test(at)) throw new DeskError('not-found', 'button-outdated')
  const templates = await ctx.tools.desk.ask(actorOf(ctx), 'listTemplates', { channelAccountId })
  await turnChannels(ctx, templateListFace(ctx.voice, channelAccountId, templates, Number(at)))
  return undefined
})

/** Shows one template. */
export const templatePage = actionOn('template-page', async (ctx, templateId) => {
  mustManageChannels(ctx)
  const templates = await ctx.tools.desk.ask(actorOf(ctx), 'listTemplates', {})
  const template = templates.find(({ id }) => id === templateId)
  if (!template) throw new DeskError('not-found', 'template-gone')
  await turnChannels(ctx, templateFace(ctx.voice, template))
  return undefined
})
