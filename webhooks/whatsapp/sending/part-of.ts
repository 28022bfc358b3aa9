import type { BuildPart } from './message-part.ts'

/** A message of whatsapp-api-js, which is plain data and knows its own type. */
export function partOf(message: object & { readonly _type: string }): BuildPart {
  return () => ({ type: message._type, part: { ...message } })
}
