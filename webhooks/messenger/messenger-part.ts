import type { OutboundContent } from '#core/channels/outbound-content.ts'
import { quickReplies, shortTitle, textOfButtons } from '../meta/direct/direct-parts.ts'
import type { JsonRecord } from '../meta/loose-json.ts'
import { messengerLimits } from './messenger-limits.ts'

type Buttons = Extract<OutboundContent, { kind: 'buttons' }>
type Refusal = { refusal: { code: string; title: string } }

/** Of the template with buttons under its text. */
const mostButtons = 3
const longestTemplateText = 640

/** What goes into `message` for everything but a file, or why nothing can. */
export function messengerPart(content: OutboundContent): { message: JsonRecord } | Refusal {
  switch (content.kind) {
    case 'text':
      return textPart(content.body)
    case 'buttons':
      return buttonsPart(content)
    default:
      return refused('cannot-carry', `Messenger does not carry a ${content.kind}`)
  }
}

function textPart(text: string, more: JsonRecord = {}): { message: JsonRecord } | Refusal {
  const { max } = messengerLimits.text
  if (text.length > max) return refused('too-long', `A Messenger message holds ${max} characters at most`)
  return { message: { text, ...more } }
}

/** Up to three stay under the message for good; more, or under a long text, vanish when the person writes. */
function buttonsPart(content: Buttons): { message: JsonRecord } | Refusal {
  const text = textOfButtons(content)
  const { buttons } = content
  if (buttons.length > 0 && buttons.length <= mostButtons && text.length <= longestTemplateText) {
    const payload = {
      template_type: 'button',
      text,
      buttons: buttons.map(({ id, title }) => ({ type: 'postback', title: shortTitle(title), payload: id })),
    }
    return { message: { attachment: { type: 'template', payload } } }
  }
  const replies = quickReplies(content)
  if (replies === undefined) return refused('too-many-buttons', 'Messenger shows 1 to 13 buttons')
  return textPart(text, { quick_replies: replies })
}

export function refused(code: string, title: string): Refusal {
  return { refusal: { code, title } }
}
