import { DeskError } from '#core/errors.ts'
import { missingPart, type Template, templatePreview, templateQuestion } from '../cards/template-faces.ts'
import { actorOf, type MemberContext } from '../context.ts'
import { answerMember } from '../posts/answer-member.ts'
import type { TemplateDraft } from '../posts/post-content.ts'

/**
 * Goes on with a template: asks for the next part that is missing, or shows the whole to be sent. All that is known so
 * far stands in the question itself, so that nothing is forgotten and old questions can still be answered.
 *
 * @param moment what it is asked for by: asked twice for the same, it asks once
 */
export async function askTemplate(
  ctx: MemberContext,
  leadId: string,
  draft: TemplateDraft,
  moment = String(ctx.update.update_id),
): Promise<void> {
  const { say } = ctx.voice
  const template = await findTemplate(ctx, draft.templateId)
  const { asks: _answered, ...known } = draft
  const part = missingPart(template, draft.variables, draft.file !== undefined)
  if (part === undefined) {
    const face = templatePreview(say, template, draft.variables)
    const key = `template:${moment}`
    return answerMember(ctx, 'template', { ...face, template: known }, { key, leadId })
  }
  await answerMember(
    ctx,
    'template-ask',
    {
      html: templateQuestion(say, template, draft.variables, part),
      ask: say('send-template-placeholder'),
      purpose: 'template',
      template: { ...known, asks: part },
    },
    { key: `template-ask:${moment}`, leadId },
  )
}

/** @throws DeskError template-not-found, also when the network approves it no more */
export async function findTemplate(ctx: MemberContext, templateId: string): Promise<Template> {
  const templates = await ctx.tools.desk.ask(actorOf(ctx), 'listTemplates', { usable: true })
  const template = templates.find(({ id }) => id === templateId)
  if (!template) throw new DeskError('not-found', 'template-not-found')
  return template
}
