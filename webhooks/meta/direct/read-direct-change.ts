import { dropUndefined } from '../drop-undefined.ts'
import { idAt, restOf, textAt } from '../loose-json.ts'
import { deriveId } from './derive-id.ts'
import type { EventReader } from './dialect.ts'
import { messageOf } from './message-of.ts'
import { needed, neededId } from './needed.ts'

/** A message that its sender rewrote. */
export const readDirectEdit: EventReader = (event, place) => {
  const edit = needed(event, 'message_edit')
  const mid = neededId(edit, 'mid')
  const version = idAt(edit, 'num_edit') ?? deriveId('at', [event.timestamp, edit.text])
  const data = dropUndefined({
    version: idAt(edit, 'num_edit'),
    other: restOf(edit, ['mid', 'text', 'num_edit']),
  })
  const body = textAt(edit, 'text')
  return [
    messageOf(event, place, {
      externalId: `${mid}:edit:${version}`,
      kind: 'edit',
      replyTo: mid,
      ...dropUndefined({ body }),
      data,
    }),
  ]
}

/** Meta's names for the reactions that people choose most; others come with the emoji itself. */
const emojis = new Map([
  ['love', '❤️'],
  ['smile', '😆'],
  ['angry', '😠'],
  ['sad', '😢'],
  ['wow', '😮'],
  ['like', '👍'],
  ['dislike', '👎'],
])

/** An emoji on a message, or its being taken back: then without a body. */
export const readDirectReaction: EventReader = (event, place) => {
  const reaction = needed(event, 'reaction')
  const mid = neededId(reaction, 'mid')
  const name = textAt(reaction, 'reaction')
  const named = name === undefined ? undefined : (emojis.get(name) ?? name)
  const emoji = textAt(reaction, 'emoji') ?? named ?? '❤️'
  const isTakenBack = reaction.action === 'unreact'
  const parts = [event.sender, event.recipient, event.timestamp, reaction.action, isTakenBack ? null : emoji]
  return [
    messageOf(event, place, {
      externalId: deriveId(`${mid}:reaction`, parts),
      kind: 'reaction',
      replyTo: mid,
      ...(isTakenBack ? {} : { body: emoji }),
    }),
  ]
}
