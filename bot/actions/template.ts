import { DeskError } from '#core/errors.ts'
import { templateSent, templatesFace } from '../cards/template-faces.ts'
import { actorOf, type MemberContext } from '../context.ts'
import { askTemplate, findTemplate } from '../messages/ask-template.ts'
import { ownOrigin } from '../messages/own-origin.ts'
import type { Answer, TemplateDraft } from '../posts/post-content.ts'
import { type Action, actionOn } from './action.ts'
import { burst } from './burst.ts'
import { changeRefusal, findPressed } from './pressed-draft.ts'
import { changePressed } from './pressed-post.ts'

/** Lists the approved templates of an account, in place of the refusal that offered them. */
export const listTemplates = actionOn('templates', async (ctx, channelAccountId, [page = '']) => {
  if (!/^\d{1,3}$/.test(page)) throw new DeskError('not-found', 'button-outdated')
  const asked = { channelAccountId, usable: true }
  const templates = await ctx.tools.desk.ask(actorOf(ctx), 'listTemplates', asked)
  await changeRefusal(ctx, templatesFace(ctx.voice.say, templates, channelAccountId, Number(page)))
  return undefined
})

/** Begins with a chosen template. */
export const chooseTemplate = actionOn('template', async (ctx, templateId) => {
  const { leadId } = await findPressed(ctx)
  const moment = `${leadId}:${templateId}:${burst(ctx.voice.now)}`
  await askTemplate(ctx, leadId, { templateId, variables: {} }, moment)
  return undefined
})

/** Sends the template that is shown. The place where it is shown is its key: pressed twice, it goes once. */
export const sendTemplate: Action = {
  verb: 'template-send',
  async run(ctx) {
    const { say } = ctx.voice
    const { leadId, draft } = await findPressedTemplate(ctx)
    const template = await findTemplate(ctx, draft.templateId)
    await ctx.tools.desk.perform(actorOf(ctx), 'queueReply', {
      leadId,
      origin: ownOrigin(ctx, ctx.callbackQuery?.message?.message_id ?? 0),
      content: contentOf(draft),
    })
    await changePressed(
      ctx,
      templateSent(say, template, draft.variables),
      'template:',
      `template:${ctx.update.update_id}`,
    )
    return say('send-template-sent')
  },
}

/** Puts the template away. */
export const cancelTemplate: Action = {
  verb: 'template-cancel',
  async run(ctx) {
    const { say } = ctx.voice
    await findPressedTemplate(ctx)
    const html = `✖️ ${say('send-template-cancelled')}`
    await changePressed(ctx, { html }, 'template:', `template:${ctx.update.update_id}`)
    return say('send-template-cancelled')
  },
}

async function findPressedTemplate(ctx: MemberContext) {
  const { leadId, content } = await findPressed(ctx)
  if (!content.template) throw new DeskError('not-found', 'button-outdated')
  return { leadId, draft: content.template }
}

/** The desk reads the file again, as it reads everything. */
const contentOf = ({ templateId, variables, file }: TemplateDraft) =>
  ({ kind: 'template', templateId, variables, ...(file ? { file } : {}) }) as unknown as NonNullable<
    Answer['content']
  >
