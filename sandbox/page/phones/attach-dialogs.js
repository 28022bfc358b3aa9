import { field, openDialog, select } from '../dialog.js'
import { el } from '../element.js'
import { words } from '../words.js'

const say = words.attach
const input = (name, value = '', type = 'text') =>
  el('input', { class: 'input', name, value, type, dir: 'auto', autocomplete: 'off' })

/** Asks for the caption (and a document's file name); the simulator makes the file itself. */
export function askMedia(kind, send) {
  const body = [field(say.caption, input('caption'))]
  if (kind === 'document') body.unshift(field(say.fileName, input('filename', say.sample.fileName)))
  openDialog({
    title: say[kind],
    body,
    submitLabel: words.send,
    submit: (data) => send({ kind, ...filled(data, ['caption', 'filename']) }),
  })
}

export function askLocation(send) {
  openDialog({
    title: say.location,
    body: [
      field(say.place, input('name', say.sample.place)),
      field(say.address, input('address', say.sample.address)),
      field(say.latitude, input('latitude', say.sample.latitude)),
      field(say.longitude, input('longitude', say.sample.longitude)),
    ],
    submitLabel: words.send,
    submit: (data) =>
      send({
        kind: 'location',
        latitude: Number(data.get('latitude')),
        longitude: Number(data.get('longitude')),
        ...filled(data, ['name', 'address']),
      }),
  })
}

export function askContact(send) {
  openDialog({
    title: say.contacts,
    body: [
      field(say.person, input('name', say.sample.person)),
      field(say.number, input('phone', say.sample.number, 'tel')),
    ],
    submitLabel: words.send,
    submit: (data) =>
      send({ kind: 'contacts', contacts: [{ name: data.get('name'), phone: data.get('phone') }] }),
  })
}

/** An answer to a story of the business. */
export function askStoryReply(send) {
  openDialog({
    title: say.storyReply,
    body: [field(say.words, input('text', say.sample.storyReply))],
    submitLabel: words.send,
    submit: (data) => send({ kind: 'story_reply', text: data.get('text') }),
  })
}

/** A comment under a post; on Instagram in one of the three forms in which the network tells of it. */
export function askComment(network, send) {
  const onInstagram = network === 'instagram'
  const ad = el(
    'label',
    { class: 'choice' },
    el('input', { type: 'checkbox', name: 'ad' }),
    el('span', {}, say.underAd),
  )
  const body = [field(say.words, input('text', say.sample.comment))]
  if (onInstagram) body.push(field(say.shape, select('shape', say.shapes, 'flat')), ad)
  openDialog({
    title: say.comment,
    body,
    submitLabel: words.send,
    submit: (data) =>
      send({
        kind: 'comment',
        text: data.get('text'),
        ...(onInstagram ? { shape: data.get('shape'), ad: data.has('ad') } : {}),
      }),
  })
}

/** The customer's own number, where the simulator does not know it yet. */
export function askOwnNumber(send) {
  openDialog({
    title: say.ownNumber,
    body: [field(say.number, input('phone', say.sample.number, 'tel'))],
    submitLabel: words.send,
    submit: (data) => send({ kind: 'own_contact', phone: data.get('phone') }),
  })
}

function filled(data, names) {
  return Object.fromEntries(
    names.map((name) => [name, (data.get(name) ?? '').trim()]).filter(([, value]) => value !== ''),
  )
}
