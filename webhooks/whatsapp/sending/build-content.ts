import { ActionContactRequest, Body, Interactive, Location } from 'whatsapp-api-js/messages'
import type { OutboundContent } from '#core/channels/outbound-content.ts'
import { buildButtons } from './build-buttons.ts'
import { buildFile } from './build-file.ts'
import { buildList } from './build-list.ts'
import { buildTemplate } from './build-template.ts'
import { buildText } from './build-text.ts'
import type { BuildPart } from './message-part.ts'
import { partOf } from './part-of.ts'

/**
 * Our content in WhatsApp's JSON. The classes of whatsapp-api-js check Meta's limits; where they are stricter than Meta
 * (bodies of lists, emoji, names of template variables) the JSON is written by hand.
 *
 * @throws Error whose message is the reason that Meta would refuse it
 */
export function buildContent(content: OutboundContent): BuildPart {
  switch (content.kind) {
    case 'text':
      return buildText(content)
    case 'file':
      return buildFile(content)
    case 'template':
      return buildTemplate(content)
    case 'buttons':
      return buildButtons(content)
    case 'list':
      return buildList(content)
    case 'contact-request':
      return partOf(new Interactive(new ActionContactRequest(), new Body(content.body)))
    case 'location': {
      const { latitude, longitude, name, address } = content
      return partOf(new Location(longitude, latitude, name, address))
    }
    case 'reaction': {
      // The library takes many an emoji for several.
      const part = { message_id: content.target, emoji: content.emoji ?? '' }
      return () => ({ type: 'reaction', part })
    }
    case 'edit':
    case 'revoke':
      throw new Error('WhatsApp does not let businesses change what they sent')
  }
}
