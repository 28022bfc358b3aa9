import type { OutboundContent } from '#core/channels/outbound-content.ts'
import type { JsonRecord } from '../loose-json.ts'

type Buttons = Extract<OutboundContent, { kind: 'buttons' }>

/** Of a quick reply and of a button, in characters. */
const longestTitle = 20
/** Of quick replies under one message. */
const mostReplies = 13

/** Header and footer have no place of their own on these networks: they are lines of the text. */
export function textOfButtons({ header, body, footer }: Buttons): string {
  return [header, body, footer].filter((part) => part !== undefined && part !== '').join('\n\n')
}

/** Buttons that stand over the keyboard until the person writes; undefined for more than Meta takes. */
export function quickReplies({ buttons }: Buttons): JsonRecord[] | undefined {
  if (buttons.length === 0 || buttons.length > mostReplies) return undefined
  return buttons.map(({ id, title }) => ({ content_type: 'text', title: shortTitle(title), payload: id }))
}

export function shortTitle(title: string): string {
  const characters = [...title]
  return characters.length <= longestTitle ? title : `${characters.slice(0, longestTitle - 1).join('')}…`
}

/** Sets or takes back our reaction on a message. */
export function reactionPart({ target, emoji }: Extract<OutboundContent, { kind: 'reaction' }>): JsonRecord {
  if (emoji === null) return { sender_action: 'unreact', payload: { message_id: target } }
  return { sender_action: 'react', payload: { message_id: target, reaction: emoji } }
}
