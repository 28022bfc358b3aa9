import { api, attempt } from '../api.js'
import { field, openDialog } from '../dialog.js'
import { el } from '../element.js'
import { openMenu } from '../menu.js'
import { chatPath } from '../staff/chat-path.js'
import { words } from '../words.js'

const say = words.telegram.attach
const sample = words.telegram.sample

/** Everything a person can send on Telegram besides text, and the odd things that reach a bot. */
export function openTelegramAttach(anchor, post, { person, chat }) {
  const now = (message) => () => attempt(post(message))
  const live = chat.messages.findLast(
    ({ from, location, deleted }) => from.id === person.id && location?.live_period && !deleted,
  )
  openMenu(
    anchor,
    [
      { icon: 'photo', label: say.photo, act: () => askCaption('photo', post) },
      { icon: 'stack', label: say.album, act: now(sample.album) },
      { icon: 'video', label: say.video, act: () => askCaption('video', post) },
      { icon: 'video', label: say.video_note, act: now({ kind: 'video_note', duration: 4 }) },
      { icon: 'voice', label: say.voice, act: now({ kind: 'voice', duration: 3 }) },
      { icon: 'voice', label: say.audio, act: now({ kind: 'audio', fileName: sample.audio }) },
      { icon: 'document', label: say.document, act: () => askCaption('document', post) },
      { icon: 'sticker', label: say.sticker, act: now({ kind: 'sticker' }) },
      { icon: 'smile', label: say.animation, act: now({ kind: 'animation' }) },
      { icon: 'location', label: say.location, act: now({ kind: 'location', ...sample.place }) },
      {
        icon: 'location',
        label: live ? say.moveOn : say.live,
        act: live
          ? () => attempt(moveOn(person, chat, live))
          : now({ kind: 'location', ...sample.place, livePeriod: 900 }),
      },
      { icon: 'location', label: say.venue, act: now({ kind: 'venue', ...sample.place, ...sample.venue }) },
      {
        icon: 'phone',
        label: say.ownContact,
        act: now({ ...sample.ownContact, name: person.firstName ?? person.name }),
      },
      { icon: 'contact', label: say.contact, act: now(sample.contact) },
      { icon: 'list', label: say.poll, act: now(sample.poll) },
      { icon: 'stack', label: say.dice, act: now({ kind: 'dice' }) },
      { icon: 'reply', label: say.forward, act: now(sample.forward) },
      {
        icon: 'video',
        label: say.tooBig,
        act: now({ kind: 'video', size: 80 * 1024 * 1024, fileName: 'tour.mp4' }),
      },
      { icon: 'ghost', label: say.unknown, act: now({ kind: 'unknown', field: 'hologram' }) },
    ],
    'two-columns',
  )
}

function askCaption(kind, post) {
  const input = el('input', { class: 'input', name: 'caption', dir: 'auto', autocomplete: 'off' })
  openDialog({
    title: say[kind],
    body: [field(words.attach.caption, input)],
    submitLabel: words.send,
    submit: () => {
      const name = kind === 'document' ? { fileName: words.attach.sample.fileName } : {}
      return post({ kind, caption: input.value.trim(), ...name })
    },
  })
}

// A few hundred metres further on, as somebody on their way would be.
function moveOn(person, chat, { id, location }) {
  const { latitude, longitude } = location
  const next = { latitude: latitude + 0.002, longitude: longitude + 0.001 }
  return api('PATCH', `${chatPath(person, chat)}/messages/${id}`, next)
}
