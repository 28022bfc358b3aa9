import { fillTemplate } from '#core/conversations/fill-template.ts'
import type { OutputOf } from '#core/desk.ts'
import type { Say } from '#core/i18n.ts'
import { shortId } from '#core/new-id.ts'
import type { queries } from '#core/queries.ts'
import { callbackData } from '../callback-data.ts'
import type { Button, Face } from '../posts/post-content.ts'
import { cutLine, cutText } from '../text/cut-text.ts'
import { escapeHtml, tame } from '../text/escape-html.ts'

export type Template = OutputOf<(typeof queries)['listTemplates']>[number]

/** Templates on one page. */
export const templatesPage = 8

/** How much of a template's text is shown. */
const shownBody = 2_500

/** What is filled in for a template so far. */
export type Filled = Record<string, string>

/** One page of the templates of an account, a button each, and the way back to what they were offered in. */
export function templatesFace(
  say: Say,
  templates: Template[],
  account: string,
  page: number,
  back = true,
): Face {
  const pages = Math.max(1, Math.ceil(templates.length / templatesPage))
  const at = Math.min(page, pages - 1)
  const shown = templates.slice(at * templatesPage, (at + 1) * templatesPage)
  const turn = (text: string, to: number): Button => ({
    text,
    data: callbackData('templates', shortId(account), String(to)),
  })
  const turns = [
    ...(at > 0 ? [turn(say('button-previous'), at - 1)] : []),
    ...(at + 1 < pages ? [turn(say('button-next'), at + 1)] : []),
  ]
  return {
    html: templates.length > 0 ? `📋 ${say('send-template-choose')}` : `📋 ${say('send-template-none')}`,
    buttons: [
      ...shown.map(({ id, name, language }) => [
        { text: cutLine(tame(`${name} (${language})`), 60), data: callbackData('template', shortId(id)) },
      ]),
      ...(turns.length > 0 ? [turns] : []),
      ...(back ? [[{ text: say('button-back'), data: callbackData('refused') }]] : []),
    ],
  }
}

/** What still has to be asked for: the key of a variable, `file` for the header's file, or nothing. */
export function missingPart({ components }: Template, filled: Filled, hasFile: boolean): string | undefined {
  const { missing, wantsFile } = fillTemplate(components, filled)
  return missing[0] ?? (wantsFile && !hasFile ? 'file' : undefined)
}

/** The kind of file that the template's header wants; null: none. */
export const wantedFile = ({ components }: Template) => fillTemplate(components, {}).wantsFile

/** Asks for one part, below the text as it stands: what is filled in stands there, what is not is a name in braces. */
export function templateQuestion(say: Say, template: Template, filled: Filled, part: string): string {
  const { missing } = fillTemplate(template.components, filled)
  const open = Object.fromEntries(missing.map((key) => [key, `{{${key}}}`]))
  const { body } = fillTemplate(template.components, { ...open, ...filled })
  return [`📋 ${titleOf(say, template)}`, quote(body), `✍️ ${askFor(say, template, part)}`].join('\n\n')
}

function askFor(say: Say, template: Template, part: string): string {
  if (part === 'file') {
    const kind = wantedFile(template)
    if (kind === 'video') return say('send-template-ask-video')
    return kind === 'document' ? say('send-template-ask-document') : say('send-template-ask-image')
  }
  const [place, name = ''] = part.split('.')
  if (place === 'button') return say('send-template-ask-button', { number: String(Number(name) + 1) })
  if (place === 'header') return say('send-template-ask-header', { variable: escapeHtml(`{{${name}}}`) })
  return say('send-template-ask-body', { variable: escapeHtml(`{{${part}}}`) })
}

/** The text as the customer will read it, to be sent or not. */
export function templatePreview(say: Say, template: Template, filled: Filled): Face {
  const { body } = fillTemplate(template.components, filled)
  return {
    html: [`📋 ${titleOf(say, template)}`, quote(body), say('send-template-preview')].join('\n\n'),
    buttons: [
      [
        { text: say('button-send'), data: callbackData('template-send') },
        { text: say('button-cancel'), data: callbackData('template-cancel') },
      ],
    ],
  }
}

/** What it became. */
export function templateSent(say: Say, template: Template, filled: Filled): Face {
  const { body } = fillTemplate(template.components, filled)
  return { html: [`✅ ${say('send-template-sent')}`, quote(body)].join('\n\n') }
}

const titleOf = (say: Say, { name, language }: Template): string =>
  say('send-template-title', { name: escapeHtml(cutLine(tame(name), 100)), language: escapeHtml(language) })

const quote = (body: string): string => `<blockquote>${escapeHtml(cutText(body, shownBody))}</blockquote>`
