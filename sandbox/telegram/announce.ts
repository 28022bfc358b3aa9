import type { Ground } from './ground.ts'
import { showCustomerChat } from './show-customer.ts'
import { showChat, showMessage, showStaff } from './show-staff.ts'
import type { Person, StoredChat, StoredMessage } from './world.ts'

/**
 * Tells the page that a chat or some of its messages changed: one event per member, because commands differ
 * by person.
 */
export function announce(ground: Ground, chat: StoredChat, messages: StoredMessage[] = []): void {
  const shown = messages.map((message) => showMessage(ground, message))
  for (const id of chat.members) {
    const person = ground.world.people.get(id)
    if (!person) continue
    if (person.isCustomer) {
      ground.kernel.emit({
        type: 'customer-chat',
        customerId: id,
        chat: showCustomerChat(ground, chat, person),
        messages: shown,
      })
      continue
    }
    ground.kernel.emit({
      type: 'chat',
      chat: { userIds: [id], chat: showChat(ground, chat, person), messages: shown },
    })
  }
}

/** Tells the page all about one person of the staff, because a chat of theirs went away. */
export function announcePerson(ground: Ground, person: Person): void {
  if (!person.isCustomer) ground.kernel.emit({ type: 'staff', staff: showStaff(ground, person) })
}
