import { textOf } from '#core/loose-json.ts'
import { escapeHtml } from '../../text/escape-html.ts'
import type { KindView } from '../message-view.ts'

/** A template that went out, with its variables filled in. */
export const showTemplate: KindView = (say, { body, data }) => ({
  label: say('message-template', { name: escapeHtml(textOf(data.name) ?? '…') }),
  text: body,
})
