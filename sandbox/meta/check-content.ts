import {
  checkList,
  checkNumber,
  checkObject,
  checkOptionalFlag,
  checkOptionalText,
  checkText,
} from './check-fields.ts'
import { type Fields, isFields, present } from './fields.ts'
import type { Content } from './phone.ts'
import { badParameter, invalid, missing } from './problems.ts'

/** A file in a message of the business: either uploaded before (`id`) or to be fetched by Meta (`link`). */
export interface SentMedia {
  /** `image`, `video`, `audio`, `document` or `sticker`. */
  kind: string
  id?: string
  link?: string
  filename?: string
}

/** @throws {GraphError} 100 when the text is longer than 4096 characters, 131008 and 131009 otherwise. */
export function checkTextContent(body: Fields): Content {
  const text = checkObject(body, 'text', 'text', ['body', 'preview_url'])
  checkOptionalFlag(text, 'preview_url', "text['preview_url']")
  if (typeof text.body === 'string' && [...text.body].length > 4096)
    throw badParameter("Param text['body'] must be at most 4096 characters long.")
  return { kind: 'text', text: checkText(text, 'body', "text['body']", 4096) }
}

/** Reads an image, video, audio, document or sticker. @throws {GraphError} 100, 131008 or 131009. */
export function checkMediaContent(body: Fields, kind: string): { content: Content; media: SentMedia } {
  const media = checkObject(body, kind, kind, ['id', 'link', 'caption', 'filename', 'voice', 'provider'])
  const [id, link] = [
    checkOptionalText(media, 'id', `${kind}.id`, 64),
    checkOptionalText(media, 'link', `${kind}.link`, 2048),
  ]
  if (id === undefined && link === undefined) throw missing(`${kind}.id or ${kind}.link`)
  if (id !== undefined && link !== undefined) throw invalid(`${kind} takes either id or link, not both.`)
  if (link !== undefined && !/^https?:\/\//.test(link))
    throw invalid(`${kind}.link must begin with http:// or https://.`)
  if (media.caption !== undefined && (kind === 'audio' || kind === 'sticker'))
    throw invalid(`${kind} takes no caption.`)
  if (media.filename !== undefined && kind !== 'document') throw invalid('Only a document takes a filename.')
  const voice = checkOptionalFlag(media, 'voice', `${kind}.voice`)
  const caption = checkOptionalText(media, 'caption', `${kind}.caption`, 1024)
  const filename = checkOptionalText(media, 'filename', `${kind}.filename`, 240)
  const shown = kind === 'audio' && voice === true ? 'voice' : kind
  return {
    content: { kind: shown, ...present({ text: caption }) },
    media: { kind, ...present({ id, link, filename }) },
  }
}

/** @throws {GraphError} 100, 131008 or 131009. */
export function checkLocation(body: Fields): Content {
  const place = checkObject(body, 'location', 'location', ['latitude', 'longitude', 'name', 'address'])
  const location = {
    latitude: checkNumber(place, 'latitude', 'location.latitude', -90, 90),
    longitude: checkNumber(place, 'longitude', 'location.longitude', -180, 180),
    ...present({
      name: checkOptionalText(place, 'name', 'location.name', 1000),
      address: checkOptionalText(place, 'address', 'location.address', 1000),
    }),
  }
  return { kind: 'location', location }
}

/** @throws {GraphError} 100, 131008 or 131009. */
export function checkContacts(body: Fields): Content {
  const contacts = checkList(body, 'contacts', 'contacts', 257).map((contact, at) => {
    const allowed = ['formatted_name', 'first_name', 'last_name', 'middle_name', 'suffix', 'prefix']
    const name = checkObject(contact, 'name', `contacts[${at}].name`, allowed)
    const formatted = checkText(name, 'formatted_name', `contacts[${at}].name.formatted_name`, 512)
    if (Object.keys(name).length < 2)
      throw missing(`contacts[${at}].name.first_name or another part of the name`)
    const first = Array.isArray(contact.phones) ? contact.phones[0] : undefined
    return { name: formatted, phone: isFields(first) && typeof first.phone === 'string' ? first.phone : '' }
  })
  return { kind: 'contacts', contacts }
}

const emoji = /^(?:\p{RGI_Emoji}|\p{Extended_Pictographic})$/v

/** Reads a reaction; an empty `emoji` takes it back. @throws {GraphError} 100, 131008 or 131009. */
export function checkReaction(body: Fields): { target: string; emoji: string } {
  const reaction = checkObject(body, 'reaction', 'reaction', ['message_id', 'emoji'])
  const target = checkText(reaction, 'message_id', 'reaction.message_id', 512)
  const sign = reaction.emoji
  if (sign === undefined || sign === null) throw missing('reaction.emoji')
  if (typeof sign !== 'string') throw badParameter('Param reaction.emoji must be a string.')
  if (sign !== '' && !emoji.test(sign)) throw invalid('reaction.emoji must be one emoji, or empty.')
  return { target, emoji: sign }
}
