import { textOf } from '#core/loose-json.ts'
import { systemKeys } from '#core/words/of-messages.ts'
import { escapeHtml } from '../../text/escape-html.ts'
import type { KindView } from '../message-view.ts'

/** Something that the network says about the person. Its own sentence is shown too, since events are many. */
export const showSystem: KindView = (say, { body, data }) => {
  const key = systemKeys[String(data.event)]
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
