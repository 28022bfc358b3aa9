import { escapeHtml } from '../../text/escape-html.ts'
import type { KindView } from '../message-view.ts'
import { textOf } from './loose.ts'

const eventKeys: Record<string, string> = {
  request_welcome: 'message-system-welcome',
  user_changed_number: 'message-system-number',
  customer_changed_number: 'message-system-number',
  user_changed_user_id: 'message-system-number',
  customer_identity_changed: 'message-system-identity',
  start: 'message-system-start',
  referral: 'message-system-referral',
  optin: 'message-system-optin',
  appointment_booking: 'message-system-appointment',
}

/** Something that the network says about the person. Its own sentence is shown too, since events are many. */
export const showSystem: KindView = (say, { body, data }) => {
  const key = eventKeys[String(data.event)]
  return { label: key ? say(key) : say('message-system'), text: body }
}

/** A kind that the network does not hand over to businesses. */
export const showUnsupported: KindView = (say, { data }) => {
  const kind = textOf(data.kind)
  return {
    label: kind ? say('message-unsupported-named', { kind: escapeHtml(kind) }) : say('message-unsupported'),
  }
}

/** A kind that this version does not know; whatever words it had are shown. */
export const showUnknown: KindView = (say, { body, data }) => ({
  label: say('message-unknown', { kind: escapeHtml(textOf(data.kind) ?? '?') }),
  text: body,
})
