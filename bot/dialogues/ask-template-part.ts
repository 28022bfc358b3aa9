import type { Say } from '#core/i18n.ts'
import { callbackData } from '../callback-data.ts'
import { composeTemplate, exampleOf, placeholdersOf } from '../channels/compose-template.ts'
import { componentLines } from '../channels/template-face.ts'
import { sayTemplateCategory } from '../channels/template-words.ts'
import type { MemberContext } from '../context.ts'
import type { Button } from '../posts/post-content.ts'
import { escapeHtml } from '../text/escape-html.ts'
import { askQuestion } from './dialogue.ts'
import type { AnswerProblem } from './take-template-answer.ts'
import { stepOf, type TemplateStep, type WrittenTemplate } from './written-template.ts'

/** Offered as buttons; any other code can be written. */
const offeredLanguages = ['en', 'en_US', 'fr', 'ar', 'es', 'pt_BR', 'de', 'it']

const askKeys: Record<Exclude<TemplateStep, 'preview' | 'examples'>, string> = {
  name: 'template-ask-name',
  language: 'template-ask-language',
  category: 'template-ask-category',
  body: 'template-ask-body',
  footer: 'template-ask-footer',
}

const problemKeys: Record<AnswerProblem, string> = {
  name: 'template-bad-name',
  language: 'template-bad-language',
  choose: 'template-choose',
  'body-empty': 'template-bad-body',
  'body-too-long': 'template-body-too-long',
  'body-numbers': 'template-body-numbers',
  'body-edges': 'template-body-edges',
  examples: 'template-bad-examples',
  footer: 'template-bad-footer',
}

/** Asks for the next part of a template; at the end, shows it and offers to submit it. `key` as for questions. */
export async function askTemplatePart(
  ctx: MemberContext,
  written: WrittenTemplate,
  { problem, key }: { problem?: AnswerProblem; key?: string } = {},
): Promise<void> {
  const { say } = ctx.voice
  const step = stepOf(written)
  const buttons = buttonsOf(say, step)
  const html = [
    ...(problem ? [`⚠️ ${say(problemKeys[problem])}`] : []),
    ...(step === 'preview' ? previewOf(say, written) : [questionOf(say, step, written)]),
    ...(buttons ? [] : [say('template-cancel')]),
  ].join('\n\n')
  const how = buttons ? { buttons } : { ask: say('template-placeholder') }
  await askQuestion(ctx, 'new-template', { html, ...how }, { ...written }, key)
}

function questionOf(
  say: Say,
  step: Exclude<TemplateStep, 'preview'>,
  { body = '' }: WrittenTemplate,
): string {
  return step === 'examples'
    ? say('template-ask-examples', { count: placeholdersOf(body) })
    : say(askKeys[step])
}

/** Where something can be pressed, the answer field is not opened: Telegram shows only one of the two. */
function buttonsOf(say: Say, step: TemplateStep): Button[][] | undefined {
  const stop = [{ text: say('button-template-stop'), data: callbackData('template-stop') }]
  const choose = (text: string, value: string) => ({ text, data: callbackData('template-set', step, value) })
  if (step === 'language') {
    const rows = [offeredLanguages.slice(0, 4), offeredLanguages.slice(4)]
    return [...rows.map((row) => row.map((code) => choose(code, code))), stop]
  }
  if (step === 'category') {
    return [
      [choose(say('template-utility'), 'UTILITY'), choose(say('template-marketing'), 'MARKETING')],
      stop,
    ]
  }
  if (step === 'footer') return [[choose(say('button-template-no-footer'), 'none')], stop]
  if (step === 'preview') {
    return [[{ text: say('button-template-submit'), data: callbackData('template-submit') }], stop]
  }
  return undefined
}

function previewOf(say: Say, written: WrittenTemplate): string[] {
  const { name = '', language = '', category = '', body = '', examples = [], footer = '' } = written
  const shown = composeTemplate({ body: exampleOf({ body, examples }), examples: [], footer })
  return [
    say('template-preview'),
    `<b>${escapeHtml(name)}</b> · ${escapeHtml(language)} · ${sayTemplateCategory(say, category)}`,
    componentLines(say, shown).join('\n'),
  ]
}
