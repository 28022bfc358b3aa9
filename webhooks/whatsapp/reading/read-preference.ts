import type { ChannelNotice, Preference } from '#core/channels/inbound-item.ts'
import { type JsonRecord, textAt } from '../../meta/loose-json.ts'
import { readTime } from '../../meta/read-time.ts'
import { contactParentKeys } from './contact-book.ts'
import { noticeOf } from './read-notice.ts'
import { readPerson, readPersonIds } from './read-person.ts'
import { accountOf, type Surroundings } from './surroundings.ts'

const keys = { phone: ['wa_id'], user: ['user_id'], parentUser: contactParentKeys }

const wishes = new Map([
  ['stop', false],
  ['resume', true],
  ['signup', true],
])

/**
 * What a person chose under "Offers and announcements". A category or a wish that has no word of ours is kept as a
 * notice.
 *
 * @throws Error with the reason when it names nobody
 */
export function readPreference(item: JsonRecord, around: Surroundings): Preference | ChannelNotice {
  const account = accountOf(around)
  const person = readPerson(readPersonIds(item, keys), around.contacts)
  if (person.identities.length === 0) throw new Error('it names nobody')
  const wants = wishes.get(textAt(item, 'value') ?? '')
  // There is one category so far; an old example leaves it out.
  const category = item.category ?? 'marketing_messages'
  if (wants === undefined || category !== 'marketing_messages') {
    return noticeOf('user_preferences', item, around.change)
  }
  return {
    type: 'preference',
    network: 'whatsapp',
    account,
    person,
    category: 'marketing',
    wants,
    at: readTime(item.timestamp, around.now).at,
  }
}
