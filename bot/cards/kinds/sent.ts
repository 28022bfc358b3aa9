import { escapeHtml } from '../../text/escape-html.ts'
import type { KindView } from '../message-view.ts'
import { textOf } from './loose.ts'

/** A template that went out, with its variables filled in. */
export const showTemplate: KindView = (say, { body, data }) => ({
  label: say('message-template', { name: escapeHtml(textOf(data.name) ?? '…') }),
  text: body,
})
