import { recordOf, textOf } from '#core/loose-json.ts'
import { cutLine, cutText } from '../../text/cut-text.ts'
import { escapeHtml, tame } from '../../text/escape-html.ts'
import type { KindView } from '../message-view.ts'

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

/** How many answers of a form are shown, how long each may be, and all together. In UTF-16 units. */
const mostAnswers = 40
const longestAnswer = 400
const longestForm = 2_500

/**
 * A form's answers, one to a line; keys are the form's own. Where not all of them is shown, a line says so: whoever
 * answers must know that there is more.
 */
export const showForm: KindView = (say, { body, data }) => {
  const unparsed = textOf(data.unparsed)
  const answers = Object.entries(recordOf(data.answers)).filter(
    // The answer that is the message is shown as such.
    ([key, value]) => key !== 'flow_token' && (!body || value !== body),
  )
  const given = unparsed ? [['', unparsed] as const] : answers
  const lines: string[] = []
  let left = longestForm
  let isCut = given.length > mostAnswers
  for (const [key, value] of given.slice(0, mostAnswers)) {
    const whole = answerOf(value)
    const answer = cutText(tame(whole), longestAnswer)
    const line = key ? `• ${cutLine(tame(key), 120)}: ${answer}` : answer
    if (answer.length < tame(whole).length) isCut = true
    if (line.length > left) {
      isCut = true
      break
    }
    left -= line.length
    lines.push(escapeHtml(line))
  }
  return {
    label: data.incomplete === true ? say('message-form-incomplete') : say('message-form'),
    text: body,
    lines: isCut ? [...lines, say('message-form-cut')] : lines,
  }
}

const answerOf = (value: unknown): string => textOf(value) ?? JSON.stringify(value) ?? ''
