import { randomInt } from 'node:crypto'
import { BadRequest } from '../../read-body.ts'
import { announce } from '../announce.ts'
import type { Ground } from '../ground.ts'
import { dispatchMessage, postMessage } from '../post-message.ts'
import { findEntities } from '../text/find-entities.ts'
import type { Person, StoredChat, StoredMessage } from '../world.ts'
import { needMessage, needText } from './find-people.ts'
import { type Content, readContent, readLocation, textContent } from './read-content.ts'

type Raw = Record<string, unknown>

function readAnswered(chat: StoredChat, body: Raw): Content {
  if (body.replyTo === undefined) return {}
  const replied = needMessage(chat, body.replyTo)
  if (typeof body.quote !== 'string') return { replyTo: replied.id }
  const position = (replied.text ?? replied.caption ?? '').indexOf(body.quote)
  if (position < 0) throw new BadRequest('"quote" must be a part of the other message.')
  return { replyTo: replied.id, quote: { text: body.quote, position, is_manual: true } }
}

// What was forwarded came from somebody: a name alone where they hide who they are, and else an account.
function readOrigin(body: Raw): Content {
  if (typeof body.forwardedFrom !== 'string') return {}
  const date = Math.floor(Date.now() / 1000) - 60
  const origin =
    typeof body.forwardedFromId === 'number'
      ? {
          type: 'user',
          sender_user: { id: body.forwardedFromId, is_bot: false, first_name: body.forwardedFrom },
        }
      : { type: 'hidden_user', sender_user_name: body.forwardedFrom }
  return { forwardOrigin: { ...origin, date } }
}

/**
 * A person writes into a chat: what `readContent` reads, or `kind: 'album'` with 2 to 10 `items` of it. With it may
 * stand `replyTo` (a message id), `quote` (a part of its text), `forwardedFrom` (a name) and `forwardedFromId`.
 *
 * @param always what else each message carries
 */
export function writeMessages(
  ground: Ground,
  chat: StoredChat,
  person: Person,
  body: Raw,
  always: Content = {},
): StoredMessage[] {
  const around = { ...readAnswered(chat, body), ...readOrigin(body), ...always, fromId: person.id }
  const items = body.kind === 'album' ? readAlbum(body.items) : [body]
  const album = body.kind === 'album' ? { mediaGroupId: `${randomInt(1e9, 9e9)}${randomInt(1e6, 9e6)}` } : {}
  const contents = items.map((item) => readContent(ground, person, item))
  if (body.kind === 'album' && contents.some(({ media }) => !media))
    throw new BadRequest('An album holds only media.')
  return contents.map((content) => postMessage(ground, chat, { ...content, ...around, ...album }))
}

function readAlbum(items: unknown): Raw[] {
  if (!Array.isArray(items) || items.length < 2 || items.length > 10)
    throw new BadRequest('An album has 2 to 10 "items".')
  return items.map((item: unknown): Raw => (typeof item === 'object' && item !== null ? { ...item } : {}))
}

/**
 * A person edits what they wrote: `text` (or a caption, where there is a medium), or where they are with `latitude` and
 * `longitude`. Bots hear of it by edited_message or edited_business_message.
 */
export function editMessage(ground: Ground, chat: StoredChat, message: StoredMessage, body: Raw): void {
  if (message.location) {
    const { live_period: livePeriod } = message.location
    message.location = readLocation({ ...(livePeriod === undefined ? {} : { livePeriod }), ...body })
  } else if (message.media) {
    const caption = needText(body, 'text')
    Object.assign(message, { caption, captionEntities: findEntities(caption) })
  } else Object.assign(message, textContent(needText(body, 'text')))
  message.editedAt = Date.now()
  announce(ground, chat, [message])
  dispatchMessage(ground, chat, message, 'edited_message')
}
