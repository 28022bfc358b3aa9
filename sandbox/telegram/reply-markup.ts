import { badRequest } from './api-error.ts'
import { checkLink } from './text/check-link.ts'
import { readWebApp } from './web-apps/check-web-app-url.ts'
import type { Button } from './world.ts'

export interface ReplyMarkup {
  buttons?: Button[][]
  other?: Record<string, unknown>
}

const mostButtons = 100

function asObject(value: unknown): Record<string, unknown> | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : undefined
}

function readInlineButton(value: unknown): Button {
  const subject = 'inline keyboard button'
  const unreadable = (reason: string) => badRequest(`can't parse ${subject}: ${reason}`)
  const raw = asObject(value)
  if (!raw) throw unreadable('InlineKeyboardButton must be an Object')
  if (raw.text === undefined) throw unreadable('Can\'t find field "text"')
  if (typeof raw.text !== 'string') throw unreadable('Field "text" must be of type String')
  const button: Button = { ...raw, text: raw.text }
  if (raw.callback_data !== undefined && typeof raw.callback_data !== 'string') {
    throw unreadable('Field "callback_data" must be of type String')
  }
  const kinds = [
    'url',
    'callback_data',
    'web_app',
    'login_url',
    'switch_inline_query',
    'copy_text',
    'pay',
    'callback_game',
  ]
  const inline = ['switch_inline_query_current_chat', 'switch_inline_query_chosen_chat']
  const given = [...kinds, ...inline].filter((kind) => raw[kind] !== undefined && raw[kind] !== false)
  const empty = given.length === 1 && (raw.callback_data === '' || raw.url === '')
  if (given.length === 0 || empty) throw unreadable('Text buttons are unallowed in the inline keyboard')
  if (raw.text.trim() === '') throw badRequest(`${subject} text must be non-empty`)
  if (typeof raw.callback_data === 'string' && Buffer.byteLength(raw.callback_data) > 64) {
    throw badRequest('BUTTON_DATA_INVALID')
  }
  if (raw.url !== undefined) {
    const checked = checkLink(String(raw.url))
    if ('error' in checked) throw badRequest(`${subject} URL '${raw.url}' is invalid: ${checked.error}`)
    button.url = checked.url
  }
  if (raw.web_app !== undefined) button.web_app = readWebApp(raw.web_app, subject)
  if (raw.copy_text !== undefined) {
    const text = asObject(raw.copy_text)?.text
    if (typeof text !== 'string' || text.length < 1 || text.length > 256)
      throw badRequest('BUTTON_COPY_TEXT_INVALID')
  }
  if (raw.pay === true) throw badRequest('BUTTON_TYPE_INVALID')
  return button
}

function readRows<T>(value: unknown, field: string, readButton: (button: unknown) => T): T[][] {
  if (!Array.isArray(value)) throw badRequest(`field "${field}" must be of type Array`)
  const rows = value.map((row: unknown) => {
    if (!Array.isArray(row)) throw badRequest(`field "${field}" must be an Array of Arrays`)
    return row.map(readButton)
  })
  const full = rows.filter((row) => row.length > 0)
  if (full.flat().length > mostButtons) throw badRequest('REPLY_MARKUP_TOO_LONG')
  return full
}

function readKeyboardButton(value: unknown, isPrivate: boolean): unknown {
  if (typeof value === 'string') {
    if (value === '') throw badRequest('keyboard button text must be non-empty')
    return { text: value }
  }
  const raw = asObject(value)
  if (!raw) throw badRequest("can't parse keyboard button: KeyboardButton must be an Object")
  if (typeof raw.text !== 'string') throw badRequest('can\'t parse keyboard button: Can\'t find field "text"')
  if (raw.text === '') throw badRequest('keyboard button text must be non-empty')
  if (raw.request_contact === true && !isPrivate)
    throw badRequest('phone number can be requested in private chats only')
  if (raw.request_location === true && !isPrivate)
    throw badRequest('location can be requested in private chats only')
  if (raw.request_chat !== undefined) {
    if (!isPrivate) throw badRequest('chats can be requested in private chats only')
    const request = asObject(raw.request_chat)
    if (!request)
      throw badRequest('can\'t parse keyboard button: Field "request_chat" must be of type Object')
    if (!Number.isInteger(request.request_id))
      throw badRequest('can\'t parse keyboard button: Can\'t find field "request_id"')
  }
  if (raw.web_app !== undefined) {
    if (!isPrivate) throw badRequest('web App buttons can be used in private chats only')
    return { ...raw, web_app: readWebApp(raw.web_app, 'keyboard button') }
  }
  return raw
}

/**
 * Reads reply_markup. `isPrivate` matters because Mini App buttons and requests for contact exist only there.
 * Throws the Bot API's 400; callback_data is limited to 64 bytes, not characters.
 */
export function readReplyMarkup(value: unknown, isPrivate: boolean, onlyInline = false): ReplyMarkup {
  if (value === undefined || value === null) return {}
  const raw = asObject(value)
  if (!raw) throw badRequest('object expected as reply markup')
  if ('inline_keyboard' in raw) {
    const buttons = readRows(raw.inline_keyboard, 'inline_keyboard', readInlineButton)
    if (!isPrivate && buttons.flat().some((button) => button.web_app)) throw badRequest('BUTTON_TYPE_INVALID')
    return buttons.length > 0 ? { buttons } : {}
  }
  if (Object.keys(raw).length === 0) return {}
  if (onlyInline) throw badRequest('inline keyboard expected')
  const flags = [
    'selective',
    'one_time_keyboard',
    'is_persistent',
    'resize_keyboard',
    'remove_keyboard',
    'force_reply',
  ]
  for (const flag of flags) {
    if (raw[flag] !== undefined && typeof raw[flag] !== 'boolean') {
      throw badRequest(`field "${flag}" must be of type Boolean`)
    }
  }
  if ('keyboard' in raw) {
    const keyboard = readRows(raw.keyboard, 'keyboard', (button) => readKeyboardButton(button, isPrivate))
    return { other: { ...raw, keyboard } }
  }
  return raw.remove_keyboard === true || raw.force_reply === true ? { other: raw } : {}
}
