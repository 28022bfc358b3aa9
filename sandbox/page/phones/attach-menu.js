import { attempt } from '../api.js'
import { openEmojiMenu } from '../emoji-menu.js'
import { openMenu } from '../menu.js'
import { toast } from '../toast.js'
import { words } from '../words.js'
import { askContact, askLocation, askMedia } from './attach-dialogs.js'

/** Everything a customer can send besides text, and the odd things networks do. */
export function openAttachMenu(anchor, phone, { send, fromAd }) {
  const say = words.attach
  const now = (message) => attempt(send(message))
  openMenu(
    anchor,
    [
      { icon: 'photo', label: say.image, act: () => askMedia('image', send) },
      { icon: 'video', label: say.video, act: () => askMedia('video', send) },
      { icon: 'voice', label: say.voice, act: () => now({ kind: 'voice' }) },
      { icon: 'document', label: say.document, act: () => askMedia('document', send) },
      { icon: 'location', label: say.location, act: () => askLocation(send) },
      { icon: 'contact', label: say.contacts, act: () => askContact(send) },
      { icon: 'sticker', label: say.sticker, act: () => now({ kind: 'sticker' }) },
      { icon: 'smile', label: say.reaction, act: () => reactToLast(anchor, phone, now) },
      { icon: 'ad', label: say.ad, act: fromAd },
      { icon: 'stack', label: say.burst, act: () => now({ kind: 'text', text: say.burstSample, count: 5 }) },
      { icon: 'ghost', label: say.unsupported, act: () => now({ kind: 'unsupported' }) },
      { icon: 'ghost', label: say.unknown, act: () => now({ kind: 'unknown', type: 'hologram' }) },
    ],
    'two-columns',
  )
}

function reactToLast(anchor, phone, now) {
  const target = phone.thread.findLast((message) => message.from === 'business')
  if (!target) return toast(words.attach.nothingToReact)
  openEmojiMenu(anchor, (emoji) => now({ kind: 'reaction', target: target.id, emoji }))
}
