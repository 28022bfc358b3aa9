import { el, said } from '../element.js'
import { icon } from '../icons.js'
import { words } from '../words.js'

const symbols = {
  image: 'photo',
  video: 'video',
  audio: 'voice',
  voice: 'voice',
  document: 'document',
  sticker: 'sticker',
  location: 'location',
  contacts: 'contact',
}

/** Kinds that say where the words stand, above the words. */
const labels = {
  comment: 'comment',
  mention: 'comment',
  story_reply: 'story',
  story_mention: 'story',
  share: 'share',
  referral: 'link',
  optin: 'check',
}

const label = (kind) => el('small', { class: 'bubble-label' }, icon(labels[kind]), words.kinds[kind])

/** What stands in the bubble, by kind of message. Unknown kinds are named, never hidden. */
export function phoneContent(message) {
  const { kind, text } = message
  if (message.deleted) return [el('em', { class: 'odd' }, icon('bin'), words.phones.deleted)]
  const parts = labels[kind] ? [label(kind)] : []
  if (kind === 'voice' || kind === 'audio') parts.push(waveform())
  else if (kind === 'location') parts.push(place(message.location ?? {}))
  else if (kind === 'contacts') parts.push(...(message.contacts ?? []).map(person))
  else if (kind === 'sticker')
    parts.push(el('span', { class: 'sticker', role: 'img', 'aria-label': words.kinds.sticker }, '🌵'))
  else if (message.media) parts.push(file(message))
  else if (kind === 'unsupported' || kind === 'unknown')
    parts.push(el('em', { class: 'odd' }, icon('ghost'), words.kinds[kind]))
  else if (!text && parts.length === 0)
    parts.push(el('em', { class: 'odd' }, words.kinds[kind] ?? words.kinds.unknown))
  if (text) parts.push(said(text, { class: 'text' }, 'div'))
  return parts
}

function file({ kind, media }) {
  const plate = el(
    'div',
    { class: `plate plate-${kind}` },
    icon(symbols[kind] ?? 'document'),
    said(media.filename ?? words.kinds[kind] ?? kind),
  )
  const isPicture = kind === 'image' || media.mime?.startsWith('image/')
  if (!isPicture || !media.url) return plate
  const picture = el('img', { class: 'picture', alt: words.kinds[kind] ?? words.kinds.image, src: media.url })
  picture.addEventListener('error', () => picture.replaceWith(plate))
  return picture
}

function waveform() {
  const bars = [5, 9, 14, 8, 12, 16, 10, 6, 11, 15, 9, 5, 8, 13, 7, 4]
  return el(
    'div',
    { class: 'waveform', role: 'img', 'aria-label': words.kinds.voice },
    icon('play'),
    ...bars.map((height) => el('i', { style: { height: `${height}px` } })),
  )
}

function place({ name, address, latitude, longitude }) {
  const where = name ?? `${latitude}, ${longitude}`
  return el(
    'div',
    { class: 'map' },
    el('span', { class: 'map-pin' }, icon('location')),
    said(where, {}, 'strong'),
    address && said(address, {}, 'small'),
  )
}

function person({ name, phone }) {
  return el(
    'div',
    { class: 'plate' },
    icon('contact'),
    el('span', {}, said(name ?? '', {}, 'strong'), phone && el('small', {}, phone)),
  )
}
