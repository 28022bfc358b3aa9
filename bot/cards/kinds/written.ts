import { escapeHtml } from '../../text/escape-html.ts'
import type { KindView } from '../message-view.ts'
import { recordOf, textOf } from './loose.ts'

export const showText: KindView = (_say, { body }) => ({ text: body })

/** A pressed button or a chosen row; also the answer to the question whether the person may be called. */
export const showChoice: KindView = (say, { body, data }) => {
  if (data.event === 'call_permission_reply') {
    return { label: body === 'accept' ? say('message-call-allowed') : say('message-call-refused') }
  }
  const description = textOf(data.description)
  return {
    label: say('message-choice', { choice: escapeHtml(body ?? textOf(data.payload) ?? '…') }),
    ...(description ? { lines: [escapeHtml(description)] } : {}),
  }
}

/** A form's answers, one to a line; keys are the form's own. */
export const showForm: KindView = (say, { body, data }) => {
  const lines = Object.entries(recordOf(data.answers))
    .filter(([key]) => key !== 'flow_token')
    .map(([key, value]) => `• ${escapeHtml(key)}: ${escapeHtml(answerOf(value))}`)
  const unparsed = textOf(data.unparsed)
  return { label: say('message-form'), text: body, lines: unparsed ? [escapeHtml(unparsed)] : lines }
}

const answerOf = (value: unknown): string => textOf(value) ?? JSON.stringify(value) ?? ''
