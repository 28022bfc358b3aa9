import { cleanJson } from '#core/clean-text.ts'
import { dropUndefined } from '../../meta/drop-undefined.ts'
import { idAt, isRecord, type JsonRecord, textAt } from '../../meta/loose-json.ts'
import { type KindFacts, type KindReader, needed } from './kind-facts.ts'

/** What a customer answered to buttons, a list, a form or the question whether he may be called. */
export const readInteractive: KindReader = (message) => {
  const interactive = needed(message, 'interactive')
  const type = textAt(interactive, 'type')
  if (type === 'button_reply' || type === 'list_reply') return readChoice(needed(interactive, type))
  if (type === 'nfm_reply') return readForm(needed(interactive, type))
  if (type === 'call_permission_reply') return readCallPermission(needed(interactive, type))
  return { kind: 'unknown', data: { kind: `interactive.${type ?? 'unnamed'}`, raw: message } }
}

/** A template's quick reply comes as its own kind, with other names for the same two things. */
export const readTemplateButton: KindReader = (message) => {
  const button = needed(message, 'button')
  return dropUndefined({
    kind: 'choice' as const,
    body: textAt(button, 'text'),
    data: dropUndefined({ payload: textAt(button, 'payload') }),
  })
}

function readChoice(reply: JsonRecord): KindFacts {
  const data = dropUndefined({ payload: idAt(reply, 'id'), description: textAt(reply, 'description') })
  return dropUndefined({ kind: 'choice' as const, body: textAt(reply, 'title'), data })
}

/**
 * `response_json` is JSON inside a string; one that cannot be parsed is kept as it came in `data.unparsed`.
 */
function readForm(reply: JsonRecord): KindFacts {
  const response = reply.response_json
  const answers = isRecord(response) ? response : parseAnswers(response)
  const data = dropUndefined({
    form: textAt(reply, 'name'),
    answers,
    unparsed: answers === undefined ? response : undefined,
  })
  return dropUndefined({ kind: 'form' as const, body: textAt(reply, 'body'), data })
}

function parseAnswers(response: unknown): unknown {
  if (typeof response !== 'string') return undefined
  try {
    // Cleaned again: an escaped NUL inside the string only becomes one now.
    return cleanJson(JSON.parse(response))
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}

function readCallPermission(reply: JsonRecord): KindFacts {
  const response = textAt(reply, 'response')
  const data = dropUndefined({
    event: 'call_permission_reply',
    payload: response,
    expiresAt: reply.expiration_timestamp,
    source: textAt(reply, 'response_source'),
  })
  return dropUndefined({ kind: 'choice' as const, body: response, data })
}
