import { badRequest } from '../api-error.ts'
import { checkLink } from './check-link.ts'
import { type Entity, sortEntities } from './entity.ts'

const styled =
  'bold italic underline strikethrough spoiler code pre blockquote expandable_blockquote date_time'.split(' ')
const automatic = 'mention hashtag cashtag bot_command url email phone_number bank_card_number'.split(' ')

function malformed(reason: string) {
  return badRequest(`can't parse MessageEntity: ${reason}`)
}

function readEntity(value: unknown, text: string): Entity | undefined {
  if (typeof value !== 'object' || value === null) throw malformed('MessageEntity must be an Object')
  const raw: Record<string, unknown> = { ...value }
  for (const field of ['type', 'offset', 'length']) {
    if (raw[field] === undefined) throw malformed(`Can't find field "${field}"`)
  }
  const { type } = raw
  const offset = Number(raw.offset)
  const length = Number(raw.length)
  if (!Number.isInteger(offset)) throw malformed('Field "offset" must be of type Number')
  if (!Number.isInteger(length)) throw malformed('Field "length" must be of type Number')
  if (typeof type !== 'string') throw malformed('Field "type" must be of type String')
  const entity: Entity = { type, offset, length }
  if (type === 'text_link') {
    if (typeof raw.url !== 'string') throw malformed(`Can't find field "url"`)
    const checked = checkLink(raw.url)
    if ('error' in checked) throw badRequest(`entity URL '${raw.url}' is invalid: ${checked.error}`)
    entity.url = checked.url
  } else if (type === 'text_mention') {
    if (typeof raw.user !== 'object' || raw.user === null) throw malformed(`Can't find field "user"`)
    const id = 'id' in raw.user ? Number(raw.user.id) : 0
    if (!Number.isSafeInteger(id) || id <= 0) throw badRequest('user not found')
    entity.user = { id, is_bot: false, first_name: '' }
  } else if (type === 'custom_emoji') {
    if (raw.custom_emoji_id === undefined) throw malformed(`Can't find field "custom_emoji_id"`)
    if (!/^-?\d{1,19}$/.test(String(raw.custom_emoji_id))) {
      throw malformed('Field "custom_emoji_id" must be a valid Number')
    }
    entity.custom_emoji_id = String(raw.custom_emoji_id)
  } else if (type === 'pre' && typeof raw.language === 'string' && raw.language !== '') {
    entity.language = raw.language
  } else if (!styled.includes(type) && !automatic.includes(type)) {
    throw malformed('Unsupported type specified')
  }
  if (offset < 0 || offset > 1_000_000) throw badRequest(`receive an entity with incorrect offset ${offset}`)
  if (length < 0 || length > 1_000_000) throw badRequest(`receive an entity with incorrect length ${length}`)
  if (offset > text.length || (offset === text.length && length > 0)) {
    throw badRequest(`entity begins after the end of the text at UTF-16 offset ${offset}`)
  }
  if (offset + length > text.length) {
    throw badRequest(
      `entity beginning at UTF-16 offset ${offset} ends after the end of the text at UTF-16 offset ${offset + length}`,
    )
  }
  // Telegram finds the automatic kinds itself and pays no attention to what a bot says about them.
  return length === 0 || automatic.includes(type) ? undefined : entity
}

/** Checks an `entities` array against its text. Throws the Bot API's 400. */
export function checkEntities(value: unknown, text: string): Entity[] {
  if (!Array.isArray(value)) throw badRequest('expected an Array of MessageEntity')
  return sortEntities(value.map((item) => readEntity(item, text)).filter((entity) => entity !== undefined))
}
