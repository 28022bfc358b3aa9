import { checkList, checkObject, checkOptionalText, checkText } from '../check-fields.ts'
import { type Fields, isFields, present } from '../fields.ts'
import type { Content } from '../phone.ts'
import { badParameter } from '../problems.ts'
import { checkDirectTemplate } from './check-direct-template.ts'
import type { DirectNetwork } from './direct-account.ts'

/** A file in a message of the business: to be fetched, or uploaded before. */
export interface WantedFile {
  type: string
  url?: string
  attachmentId?: string
  reusable: boolean
}

/** A message that Meta would take, in both forms. */
export interface CheckedDirect {
  content: Content
  /** `message` of the echo; a file is added once it is known. */
  echo: Fields
  file?: WantedFile
  metadata?: string
}

const fileKinds: Record<string, string> = { image: 'image', video: 'video', audio: 'audio', file: 'document' }

/** Messenger counts characters, Instagram bytes. @throws {GraphError} 100 */
function checkWords(message: Fields, network: DirectNetwork): string | undefined {
  const { text } = message
  if (text === undefined) return undefined
  if (typeof text !== 'string') throw badParameter('Param message[text] must be a string.')
  if (text.trim() === '') throw badParameter('Param message[text] must not be empty.')
  const [size, most] = network === 'instagram' ? [Buffer.byteLength(text), 1000] : [[...text].length, 2000]
  if (size <= most) return text
  const unit = network === 'instagram' ? 'bytes in UTF-8' : 'characters'
  throw badParameter(
    `Length of param message[text] must be less than or equal to ${most} ${unit}; it is ${size}.`,
  )
}

function checkQuickReplies(message: Fields): Content['buttons'] {
  if (message.quick_replies === undefined) return undefined
  return checkList(message, 'quick_replies', 'message[quick_replies]', 13).map((reply, at) => {
    const path = `message[quick_replies][${at}]`
    const type = checkText(reply, 'content_type', `${path}[content_type]`, 40)
    if (type === 'user_phone_number' || type === 'user_email') return { id: type, title: type }
    if (type !== 'text')
      throw badParameter(`Param ${path}[content_type] must be one of {TEXT, USER_PHONE_NUMBER, USER_EMAIL}.`)
    const title = checkText(reply, 'title', `${path}[title]`, 20)
    return { title, id: checkText(reply, 'payload', `${path}[payload]`, 1000) }
  })
}

function checkFile(attachment: Fields, type: string): WantedFile {
  const payload = checkObject(attachment, 'payload', 'message[attachment][payload]', [
    'url',
    'is_reusable',
    'attachment_id',
  ])
  const url = checkOptionalText(payload, 'url', 'message[attachment][payload][url]', 4000)
  const id = payload.attachment_id
  const attachmentId = typeof id === 'number' ? String(id) : id
  if (attachmentId !== undefined && typeof attachmentId !== 'string')
    throw badParameter('Param message[attachment][payload][attachment_id] must be an id.')
  if ((url === undefined) === (attachmentId === undefined))
    throw badParameter('The attachment needs either a url or an attachment_id.')
  if (url !== undefined && !/^https?:\/\//.test(url))
    throw badParameter('Param message[attachment][payload][url] should represent a valid URL')
  return { type, reusable: payload.is_reusable === true, ...present({ url, attachmentId }) }
}

/** The file that `attachment` names; undefined when it is a template. @throws {GraphError} 100, 131008 */
export function checkAttachment(message: Fields): { type: string; attachment: Fields; file?: WantedFile } {
  const attachment = checkObject(message, 'attachment', 'message[attachment]', ['type', 'payload'])
  const type = checkText(attachment, 'type', 'message[attachment][type]', 40).toLowerCase()
  if (type === 'template') return { type, attachment }
  if (!(type in fileKinds))
    throw badParameter(
      'Param message[attachment][type] must be one of {AUDIO, FILE, IMAGE, TEMPLATE, VIDEO}.',
    )
  return { type, attachment, file: checkFile(attachment, type) }
}

/**
 * Reads `message` of the Send API as strictly as Meta does.
 * @throws {GraphError} 100 and 131008 at the first thing Meta would refuse
 */
export function checkDirectMessage(body: Fields, network: DirectNetwork): CheckedDirect {
  const keys = ['text', 'attachment', 'quick_replies', 'metadata']
  const message = checkObject(body, 'message', 'message', keys)
  const metadata = checkOptionalText(message, 'metadata', 'message[metadata]', 1000)
  const text = checkWords(message, network)
  const buttons = checkQuickReplies(message)
  const quick = buttons ? { buttons, quick: true } : {}
  if ((text === undefined) === (message.attachment === undefined))
    throw badParameter('Param message must hold exactly one of text and attachment.')
  if (text !== undefined)
    return { content: { kind: 'text', text, ...quick }, echo: { text }, ...present({ metadata }) }
  const { type, attachment, file } = checkAttachment(message)
  if (!file) {
    const payload = isFields(attachment.payload) ? attachment.payload : {}
    const template = checkDirectTemplate(payload)
    const echo = { attachments: [{ type: 'template', payload }] }
    return { content: template, echo, ...present({ metadata }) }
  }
  return { content: { kind: fileKinds[type] ?? type, ...quick }, echo: {}, file, ...present({ metadata }) }
}
