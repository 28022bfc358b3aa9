import type { OutputOf } from '#core/desk.ts'
import type { Say } from '#core/i18n.ts'
import { shortId } from '#core/new-id.ts'
import type { queries } from '#core/queries.ts'
import { callbackData } from '../callback-data.ts'
import type { Button } from '../posts/post-content.ts'
import { cutLine } from '../text/cut-text.ts'
import { escapeHtml } from '../text/escape-html.ts'

export type Form = OutputOf<(typeof queries)['readForm']>

/** What of a website form an owner sets by answering. */
export const formParts = ['origins', 'thanks', 'fields', 'hidden'] as const
export type FormPart = (typeof formParts)[number]

/** What is set for a website form, a line of HTML each; Google's has nothing to set. */
export function formLines(say: Say, form: Form): string[] {
  if (form.network !== 'forms') return []
  const { origins, thanksUrl, honeypot } = form
  const sites = origins.map((origin) => escapeHtml(cutLine(origin, 100))).join(', ')
  return [
    `🌐 ${sites ? say('form-origins', { sites }) : say('form-origins-none')}`,
    `🙏 ${thanksUrl ? say('form-thanks', { page: escapeHtml(cutLine(thanksUrl, 200)) }) : say('form-thanks-none')}`,
    `🧩 ${mappingLine(say, form)}`,
    `🪤 ${honeypot ? say('form-hidden', { name: escapeHtml(cutLine(honeypot, 60)) }) : say('form-hidden-none')}`,
  ]
}

function mappingLine(say: Say, { mapping }: Form): string {
  const lines = Object.entries(mapping).map(
    ([field, path]) => `<code>${escapeHtml(`${field} = ${path}`)}</code>`,
  )
  return lines.length > 0 ? `${say('form-fields')} ${lines.join(', ')}` : say('form-fields-none')
}

export function formButtons(say: Say, channelAccountId: string, { network, state }: Form): Button[][] {
  const id = shortId(channelAccountId)
  const set = (text: string, part: FormPart) => ({ text, data: callbackData('form-set', id, part) })
  const settings: Button[][] = [
    [set(say('button-form-origins'), 'origins'), set(say('button-form-thanks'), 'thanks')],
    [set(say('button-form-fields'), 'fields'), set(say('button-form-hidden'), 'hidden')],
  ]
  return [
    ...(network === 'forms' ? settings : []),
    [{ text: say('button-form-show'), data: callbackData('form-show', id) }],
    ...(state === 'active'
      ? [[{ text: say('button-form-remove'), data: callbackData('form-remove', id) }]]
      : []),
  ]
}
