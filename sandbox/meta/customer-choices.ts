import { mayText, wantText } from './control-input.ts'
import type { ContentReader } from './customer-content.ts'
import { isFields, present } from './fields.ts'

/** A tap: on a button of an interactive message it is `button_reply`, on one of a template, or on none, `button`. */
export const button: ContentReader = (input, { phone }) => {
  const [title, payload] = [wantText(input, 'title'), wantText(input, 'payload')]
  const replyTo = mayText(input, 'replyTo')
  const under = phone.thread.findLast(
    ({ id, from, buttons }) =>
      from === 'business' &&
      (replyTo === undefined ? (buttons?.some((one) => one.id === payload) ?? false) : id === replyTo),
  )
  const bubble = { kind: 'button', text: title }
  if (under?.kind !== 'buttons')
    return { bubble, message: { type: 'button', button: { payload, text: title } } }
  const interactive = { type: 'button_reply', button_reply: { id: payload, title } }
  return { bubble, message: { type: 'interactive', interactive } }
}

/** A row chosen from a list. */
export const list: ContentReader = (input) => {
  const [id, title] = [wantText(input, 'rowId'), wantText(input, 'title')]
  const reply = { id, title, ...present({ description: mayText(input, 'description') }) }
  const interactive = { type: 'list_reply', list_reply: reply }
  return { bubble: { kind: 'list', text: title }, message: { type: 'interactive', interactive } }
}

/** The answers of a Flow: `answers` (an object) come back as text of JSON. */
export const flow: ContentReader = (input) => {
  const answers = isFields(input.answers) ? input.answers : { screen_0_Name_0: 'Ada' }
  const response_json = JSON.stringify({ flow_token: 'unused', ...answers })
  const interactive = { type: 'nfm_reply', nfm_reply: { name: 'flow', body: 'Sent', response_json } }
  return { bubble: { kind: 'button', text: 'Sent' }, message: { type: 'interactive', interactive } }
}

/** Whether the business may call: `response` is accept or reject. */
export const callPermission: ContentReader = (input) => {
  const response = mayText(input, 'response') ?? 'accept'
  const reply = { response, response_source: 'user_action' }
  const interactive = { type: 'call_permission_reply', call_permission_reply: reply }
  return { bubble: { kind: 'button', text: response }, message: { type: 'interactive', interactive } }
}
