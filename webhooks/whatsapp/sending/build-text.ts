import { Text } from 'whatsapp-api-js/messages'
import type { BuildPart } from './message-part.ts'

/** Staff see no preview of a link while they write, so the customer shall not be surprised by one. */
export function buildText({ body }: { body: string }): BuildPart {
  const text = new Text(body)
  return () => ({ type: text._type, part: { ...text, preview_url: false } })
}
