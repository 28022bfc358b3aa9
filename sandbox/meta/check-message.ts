import type { SentMedia } from './check-content.ts'
import {
  checkContacts,
  checkLocation,
  checkMediaContent,
  checkReaction,
  checkTextContent,
} from './check-content.ts'
import { checkObject, checkOptionalText, checkText } from './check-fields.ts'
import { checkInteractive } from './check-interactive.ts'
import { checkTemplate } from './check-template.ts'
import { type Fields, present } from './fields.ts'
import type { Content } from './phone.ts'
import { badParameter, invalid } from './problems.ts'
import type { Template } from './template.ts'

const types = [
  'audio',
  'contacts',
  'document',
  'image',
  'interactive',
  'location',
  'reaction',
  'sticker',
  'template',
  'text',
  'video',
]

/** A message of the business that Meta would take. */
export interface CheckedMessage {
  /** `to` or `recipient` exactly as it was given. */
  input: string
  /** Digits of the phone number. */
  digits?: string
  userId?: string
  type: string
  content: Content
  media?: SentMedia
  reaction?: { target: string; emoji: string }
  template?: Template
  replyTo?: string
  opaque?: string
}

/** Refuses a body that is not for WhatsApp. @throws {GraphError} 100 */
export function checkProduct(body: Fields): void {
  const product = body.messaging_product
  if (product === undefined) throw badParameter('The parameter messaging_product is required.')
  if (product !== 'whatsapp')
    throw badParameter(`Param messaging_product must be one of {WHATSAPP} - got "${String(product)}".`)
}

function checkRecipient(body: Fields): Pick<CheckedMessage, 'input' | 'digits' | 'userId'> {
  const to = checkOptionalText(body, 'to', 'to', 64)
  const recipient = checkOptionalText(body, 'recipient', 'recipient', 160)
  if (to === undefined && recipient === undefined) throw badParameter('The parameter to is required.')
  if (to !== undefined && !/^\+?[1-9]\d{6,14}$/.test(to.replace(/[\s()-]/g, '')))
    throw invalid('to must be a phone number with its country code.')
  if (recipient !== undefined && !/^[A-Z]{2}\.(ENT\.)?[A-Za-z0-9]{1,128}$/.test(recipient))
    throw invalid('recipient must be a business-scoped user id.')
  return { input: to ?? recipient ?? '', ...present({ digits: to?.replace(/\D/g, ''), userId: recipient }) }
}

function checkBody(body: Fields, type: string, templates: readonly Template[]) {
  if (type === 'text') return { content: checkTextContent(body) }
  if (type === 'interactive') return { content: checkInteractive(body) }
  if (type === 'template') return checkTemplate(body, templates)
  if (type === 'location') return { content: checkLocation(body) }
  if (type === 'contacts') return { content: checkContacts(body) }
  if (type === 'reaction') return { content: { kind: 'reaction' }, reaction: checkReaction(body) }
  return checkMediaContent(body, type)
}

/**
 * Reads the body of `POST /{number}/messages` as strictly as Meta does.
 * @throws {GraphError} 100, 131008, 131009 or one of 1320xx at the first thing Meta would refuse.
 */
export function checkMessage(body: Fields, templates: readonly Template[]): CheckedMessage {
  checkProduct(body)
  const recipient = checkRecipient(body)
  if (body.recipient_type !== undefined && body.recipient_type !== 'individual')
    throw badParameter('Param recipient_type must be one of {INDIVIDUAL}.')
  const type = body.type === undefined ? 'text' : body.type
  if (typeof type !== 'string' || !types.includes(type))
    throw badParameter(
      `Param type must be one of {${types.join(', ').toUpperCase()}} - got "${String(type)}".`,
    )
  const opaque = body.biz_opaque_callback_data
  if (opaque !== undefined && (typeof opaque !== 'string' || opaque.length > 512))
    throw badParameter('Param biz_opaque_callback_data must be a string of at most 512 characters.')
  const context =
    body.context === undefined ? undefined : checkObject(body, 'context', 'context', ['message_id'])
  const replyTo = context && checkText(context, 'message_id', 'context.message_id', 512)
  return { ...recipient, type, ...checkBody(body, type, templates), ...present({ replyTo, opaque }) }
}
