import type { Update } from 'grammy/types'
import { readCallbackData } from '../../callback-data.ts'
import { tame } from '../../text/escape-html.ts'
import { standingVerb } from './standing.ts'
import type { Question, WizardAnswer } from './wizard.ts'

/** The button that passes a question over. */
export const skipChoice = 'skip'

/** What an update says to a question; undefined for what the question does not take. */
export function readAnswer(
  { message, callback_query: press }: Update,
  takes: Question['takes'] = [],
  choices: readonly string[] = [],
): WizardAnswer | undefined {
  if (press) {
    const { verb, parts = [] } = readCallbackData(press.data ?? '') ?? {}
    if (verb === standingVerb) return { kind: 'choice', choice: parts[2] ?? '' }
    const choice = parts[1] ?? ''
    if (!choices.includes(choice)) return undefined
    return choice === skipChoice ? { kind: 'skipped' } : { kind: 'choice', choice }
  }
  const { text, contact, document } = message ?? {}
  if (text !== undefined && takes.includes('text')) {
    const written = tame(text).trim()
    return written === '' ? undefined : { kind: 'text', text: written }
  }
  if (contact && takes.includes('contact')) {
    const name = [contact.first_name, contact.last_name].filter(Boolean).join(' ')
    return { kind: 'contact', phone: contact.phone_number, name }
  }
  if (document && takes.includes('file')) {
    const { file_id: fileId, file_name: name = '', mime_type: mime = '', file_size: size = 0 } = document
    return { kind: 'file', fileId, name, mime, size }
  }
  return undefined
}
