import { shortId } from '#core/new-id.ts'
import { callbackData } from '../callback-data.ts'
import type { Button, Face } from '../posts/post-content.ts'
import { cutLine } from '../text/cut-text.ts'
import { escapeHtml } from '../text/escape-html.ts'
import type { Voice } from '../voice.ts'
import { sayTemplateStatus, signOfTemplate, type Template } from './template-words.ts'

/** Templates on one page. */
const templatePage = 10

/** One page of a channel's templates: a line and a button for each. */
export function templateListFace(
  { say, mark }: Voice,
  channelAccountId: string,
  templates: Template[],
  offset: number,
): Face {
  const id = shortId(channelAccountId)
  const shown = templates.slice(offset, offset + templatePage)
  const lines = shown.map(
    ({ name, language, status }) =>
      `${mark}${signOfTemplate(status)} <b>${escapeHtml(cutLine(name, 60))}</b> (${escapeHtml(language)}) – ${sayTemplateStatus(say, status)}`,
  )
  const open: Button[][] = shown.map((template) => [
    {
      text: `${signOfTemplate(template.status)} ${cutLine(template.name, 40)} (${template.language})`,
      data: callbackData('template-page', shortId(template.id)),
    },
  ])
  const to = (text: string, at: number) => ({ text, data: callbackData('channel-templates', id, String(at)) })
  const pages = [
    ...(offset > 0 ? [to(say('button-previous'), Math.max(0, offset - templatePage))] : []),
    ...(offset + templatePage < templates.length ? [to(say('button-next'), offset + templatePage)] : []),
  ]
  return {
    html: [
      `🧾 <b>${say('templates-title', { count: templates.length })}</b>`,
      '',
      ...(lines.length > 0 ? lines : [say('templates-none')]),
    ].join('\n'),
    buttons: [
      ...open,
      ...(pages.length > 0 ? [pages] : []),
      [{ text: say('button-template-new'), data: callbackData('template-new', id) }],
      [{ text: say('button-back'), data: callbackData('channel', id) }],
    ],
  }
}
