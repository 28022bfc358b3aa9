import { ActionButtons, Body, Button, Footer, Header, Interactive } from 'whatsapp-api-js/messages'
import type { OutboundContent } from '#core/channels/outbound-content.ts'
import { atLeastOne } from './at-least-one.ts'
import type { BuildPart } from './message-part.ts'
import { partOf } from './part-of.ts'

/**
 * Up to three buttons under a text.
 *
 * @throws Error with the limit that is exceeded
 */
export function buildButtons(content: Extract<OutboundContent, { kind: 'buttons' }>): BuildPart {
  const { body, header, footer } = content
  const buttons = atLeastOne(
    content.buttons.map(({ id, title }) => new Button(id, title)),
    'buttons',
  )
  return partOf(
    new Interactive(
      new ActionButtons(...buttons),
      new Body(body),
      header ? new Header(header) : undefined,
      footer ? new Footer(footer) : undefined,
    ),
  )
}
