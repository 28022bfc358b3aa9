import { attempt } from '../api.js'
import { openEmojiMenu } from '../emoji-menu.js'
import { openMenu } from '../menu.js'
import { toast } from '../toast.js'
import { words } from '../words.js'
import { askComment, askContact, askLocation, askMedia, askStoryReply } from './attach-dialogs.js'
import { offeredKinds } from './offered-kinds.js'

/** Everything a customer can send besides text, and the odd things networks do. */
export function openAttachMenu(anchor, phone, { send, fromAd }) {
  const say = words.attach
  const now = (message) => attempt(send(message))
  const dialogs = {
    image: () => askMedia('image', send),
    video: () => askMedia('video', send),
    document: () => askMedia('document', send),
    location: () => askLocation(send),
    contact: () => askContact(send),
    story: () => askStoryReply(send),
    comment: () => askComment(phone.network, send),
  }
  const offered = offeredKinds[phone.network].map(({ icon, label, ask, now: message }) => ({
    icon,
    label,
    act: ask ? dialogs[ask] : () => now(message()),
  }))
  openMenu(
    anchor,
    [
      ...offered,
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
