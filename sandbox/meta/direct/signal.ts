import type { Fields } from '../fields.ts'
import { newObjectId } from '../ids.ts'
import type { Content, PhoneMessage } from '../phone.ts'
import { type Acting, type DirectGround, placeOf } from './direct-ground.ts'

/** Carries out one kind of act that is no message. */
export type Signal = (ground: DirectGround, acting: Acting, input: Fields) => PhoneMessage

/** Tells the product of events of this conversation. */
export function tell(ground: DirectGround, acting: Acting, field: string, ...events: Fields[]): void {
  const { account, phone, at } = acting
  ground.tell.events(account, field, events, { peer: phone.userId, at, place: placeOf(phone) })
}

/** Leaves a note of the act on the phone. */
export function write(
  { book }: DirectGround,
  { phone, at }: Acting,
  content: Content,
  id = `note-${newObjectId()}`,
): PhoneMessage {
  const bubble: PhoneMessage = { id, from: 'customer', ...content, at, reactions: [] }
  book.write(phone, bubble)
  book.changed(phone)
  return bubble
}
