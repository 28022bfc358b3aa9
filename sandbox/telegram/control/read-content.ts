import { randomInt } from 'node:crypto'
import { BadRequest } from '../../read-body.ts'
import type { Ground } from '../ground.ts'
import { measureImage } from '../measure-image.ts'
import { sampleFile } from '../sample-file.ts'
import { findEntities } from '../text/find-entities.ts'
import type { Contact, Location, Media, Person, StoredMessage } from '../world.ts'
import { needText } from './find-people.ts'

export type Content = Partial<StoredMessage>

type Raw = Record<string, unknown>

const mediaKinds = [
  'photo',
  'document',
  'video',
  'video_note',
  'voice',
  'audio',
  'sticker',
  'animation',
] as const

/** A text of at most 4096 characters, its links and commands marked. Throws BadRequest. */
export function textContent(text: string): Content {
  if ([...text].length > 4096) throw new BadRequest('Telegram sends at most 4096 characters in one message.')
  return { text, entities: findEntities(text) }
}

function numberOf(raw: Raw, name: string): number {
  const value = raw[name]
  if (typeof value !== 'number' || !Number.isFinite(value))
    throw new BadRequest(`"${name}" must be a number.`)
  return value
}

/** `latitude`, `longitude`; live with `livePeriod` in seconds, and then perhaps `heading` in degrees. */
export function readLocation(raw: Raw): Location {
  return {
    latitude: numberOf(raw, 'latitude'),
    longitude: numberOf(raw, 'longitude'),
    ...(raw.livePeriod === undefined ? {} : { live_period: numberOf(raw, 'livePeriod') }),
    ...(raw.heading === undefined ? {} : { heading: numberOf(raw, 'heading') }),
  }
}

function readContact(person: Person, raw: Raw): Contact {
  return {
    phone_number: needText(raw, 'phone'),
    first_name: String(raw.name ?? person.firstName),
    ...(typeof raw.lastName === 'string' ? { last_name: raw.lastName } : {}),
    ...(raw.own === true ? { user_id: person.id } : {}),
    ...(typeof raw.vcard === 'string' ? { vcard: raw.vcard } : {}),
  }
}

function mediaContent(ground: Ground, kind: Media['kind'], raw: Raw): Content {
  const name = typeof raw.fileName === 'string' ? raw.fileName : undefined
  const mime = typeof raw.mime === 'string' ? raw.mime : undefined
  const sample = sampleFile(kind, name, mime)
  const upload = typeof raw.data === 'string' ? { ...sample, bytes: Buffer.from(raw.data, 'base64') } : sample
  const claimed = raw.size === undefined ? undefined : numberOf(raw, 'size')
  const file = ground.files.add(upload, kind === 'photo' ? 'photos' : `${kind}s`, claimed)
  const media: Media = { kind, fileKey: file.key, ...measureImage(file.bytes) }
  if (raw.duration !== undefined) media.duration = numberOf(raw, 'duration')
  if (typeof raw.caption !== 'string' || raw.caption === '') return { media }
  return { media, caption: raw.caption, captionEntities: findEntities(raw.caption) }
}

function pollOf(raw: Raw): Raw {
  const options = Array.isArray(raw.options) ? raw.options.map(String) : []
  if (options.length < 2) throw new BadRequest('A poll needs at least two "options".')
  return {
    id: String(randomInt(1e9, 9e9)),
    question: needText(raw, 'question'),
    options: options.map((text, index) => ({ persistent_id: String(index), text, voter_count: 0 })),
    total_voter_count: 0,
    is_closed: false,
    is_anonymous: true,
    type: 'regular',
    allows_multiple_answers: false,
  }
}

/**
 * What a person sends, by `kind`:
 * - `text` { text } (may be left out), `start` { payload? }: the bot's start link was opened;
 * - `photo`, `document`, `video`, `video_note`, `voice`, `audio`, `sticker`, `animation` { caption?, fileName?, mime?,
 *   data? (base64, else a sample), duration? (seconds), size? (bytes the file claims to have, for those too big to get) };
 * - `location` { latitude, longitude, livePeriod?, heading? }, `venue` { …, title, address };
 * - `contact` { phone, name?, lastName?, vcard?, own? (true: the sender's own, as the share button sends it) };
 * - `poll` { question, options }, `dice` { emoji?, value? };
 * - `unknown` { field?, value? }: a field of Message that nobody knows yet, or no content at all.
 *
 * @throws BadRequest
 */
export function readContent(ground: Ground, person: Person, raw: Raw): Content {
  const kind = raw.kind ?? 'text'
  const media = mediaKinds.find((known) => known === kind)
  if (media) return mediaContent(ground, media, raw)
  switch (kind) {
    case 'text':
      return textContent(needText(raw, 'text'))
    case 'start':
      return textContent(raw.payload ? `/start ${String(raw.payload)}` : '/start')
    case 'location':
      return { location: readLocation(raw) }
    case 'venue': {
      const location = readLocation(raw)
      const venue = { location, title: needText(raw, 'title'), address: needText(raw, 'address') }
      return { location, other: { venue } }
    }
    case 'contact':
      return { contact: readContact(person, raw) }
    case 'poll':
      return { other: { poll: pollOf(raw) } }
    case 'dice':
      return { other: { dice: { emoji: raw.emoji ?? '🎲', value: raw.value ?? randomInt(1, 7) } } }
    case 'unknown':
      return typeof raw.field === 'string' ? { other: { [raw.field]: raw.value ?? {} } } : { other: {} }
    default:
      throw new BadRequest(
        `"kind" must be one of text, start, ${mediaKinds.join(', ')}, location, venue, contact, poll, dice, unknown.`,
      )
  }
}
