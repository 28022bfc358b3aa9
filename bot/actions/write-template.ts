import { DeskError } from '#core/errors.ts'
import { shortId } from '#core/new-id.ts'
import { callbackData } from '../callback-data.ts'
import { composeTemplate } from '../channels/compose-template.ts'
import { mustManageChannels } from '../channels/must-manage-channels.ts'
import { readChannel } from '../channels/read-channel.ts'
import { actorOf, type MemberContext } from '../context.ts'
import { askTemplatePart } from '../dialogues/ask-template-part.ts'
import { takeTemplateAnswer } from '../dialogues/take-template-answer.ts'
import { stepOf, type WrittenTemplate, writtenTemplate } from '../dialogues/written-template.ts'
import { postContent } from '../posts/post-content.ts'
import { escapeHtml } from '../text/escape-html.ts'
import { type Action, actionOn } from './action.ts'
import { burst } from './burst.ts'
import { changePressed, findPressedPost } from './pressed-post.ts'

/** Questions of this dialogue, by the beginning of their keys. */
const prefix = 'new-template:'

/** Begins a new template of a channel. */
export const newTemplate = actionOn('template-new', async (ctx, channelAccountId) => {
  mustManageChannels(ctx)
  await readChannel(ctx, channelAccountId)
  const key = `${prefix}${channelAccountId}:${burst(ctx.voice.now)}`
  await askTemplatePart(ctx, { channelAccountId }, { key })
  return undefined
})

/** Takes a pressed language or category, or that no footer is wanted, and asks on. */
export const setTemplatePart: Action = {
  verb: 'template-set',
  async run(ctx, [step, value = '']) {
    const written = await readPressed(ctx)
    if (step !== stepOf(written)) throw new DeskError('not-found', 'button-outdated')
    const next = withChoice(written, value)
    await changePressed(
      ctx,
      { html: `✅ ${chosen(ctx, next)}` },
      prefix,
      `${prefix}${ctx.update.update_id}:done`,
    )
    await askTemplatePart(ctx, next)
    return undefined
  },
}

/** Submits the template that the pressed preview shows. */
export const submitTemplate: Action = {
  verb: 'template-submit',
  async run(ctx) {
    const written = await readPressed(ctx)
    const { channelAccountId, name, language, category, body, examples = [], footer = '' } = written
    if (!name || !language || !category || !body) throw new DeskError('not-found', 'button-outdated')
    const components = composeTemplate({ body, examples, footer })
    const template = { channelAccountId, name, language, category, components }
    await ctx.tools.desk.perform(actorOf(ctx), 'createTemplate', template)
    const { say } = ctx.voice
    const face = {
      html: `📨 ${say('template-submitted', { name: escapeHtml(name) })}`,
      buttons: [
        [
          {
            text: say('button-templates'),
            data: callbackData('channel-templates', shortId(channelAccountId), '0'),
          },
        ],
      ],
    }
    await changePressed(ctx, face, prefix, `${prefix}${ctx.update.update_id}`)
    return undefined
  },
}

/** Ends the dialogue: the question says so and has no buttons any more. */
export const stopTemplate: Action = {
  verb: 'template-stop',
  async run(ctx) {
    await changePressed(ctx, { html: ctx.voice.say('cancelled') }, prefix, `${prefix}${ctx.update.update_id}`)
    return undefined
  },
}

async function readPressed(ctx: MemberContext): Promise<WrittenTemplate> {
  mustManageChannels(ctx)
  const content = postContent.safeParse((await findPressedPost(ctx))?.content)
  const carried = content.success && content.data.method === 'send' ? content.data.dialogue : undefined
  const written = writtenTemplate.safeParse(carried)
  if (!written.success) throw new DeskError('not-found', 'button-outdated')
  return written.data
}

/** A choice means what the same written answer means; only a category and no footer can be chosen alone. */
function withChoice(written: WrittenTemplate, value: string): WrittenTemplate {
  const step = stepOf(written)
  if (step === 'category' && (value === 'MARKETING' || value === 'UTILITY'))
    return { ...written, category: value }
  if (step === 'footer' && value === 'none') return { ...written, footer: '' }
  const taken = step === 'language' ? takeTemplateAnswer(written, value) : undefined
  if (!taken || 'problem' in taken) throw new DeskError('not-found', 'button-outdated')
  return taken
}

/** What was chosen, in a word: the question stays as a line of the dialogue. */
function chosen(
  { voice: { say } }: MemberContext,
  { category, language = '', footer }: WrittenTemplate,
): string {
  if (footer === '') return say('template-without-footer')
  if (category === 'MARKETING') return say('template-marketing')
  if (category === 'UTILITY') return say('template-utility')
  return escapeHtml(language)
}
