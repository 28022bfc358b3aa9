import type { BookEntry, ChannelNotice } from '#core/channels/inbound-item.ts'
import { dropUndefined } from '../../meta/drop-undefined.ts'
import { type JsonRecord, recordAt, textAt } from '../../meta/loose-json.ts'
import { readTime } from '../../meta/read-time.ts'
import { contactParentKeys } from './contact-book.ts'
import { needed } from './kind-facts.ts'
import { noticeOf } from './read-notice.ts'
import { claims, readPersonIds } from './read-person.ts'
import { accountOf, type Surroundings } from './surroundings.ts'

const keys = { phone: ['phone_number', 'wa_id'], user: ['user_id'], parentUser: contactParentKeys }

/**
 * An entry of the phone's address book. Meta says `add` for changed ones too; what is neither added nor removed, or
 * is no contact, is kept as a notice.
 *
 * @throws Error with the reason when it names nobody
 */
export function readBookEntry(entry: JsonRecord, around: Surroundings): BookEntry | ChannelNotice {
  const account = accountOf(around)
  const action = actions.get(textAt(entry, 'action') ?? '')
  if (entry.type !== 'contact' || action === undefined) {
    return noticeOf('smb_app_state_sync', entry, around.change)
  }
  const contact = needed(entry, 'contact')
  const identities = claims({ ...readPersonIds(contact, keys), username: textAt(contact, 'username') })
  if (identities.length === 0) throw new Error('`contact` names nobody')
  const name = textAt(contact, 'full_name') ?? textAt(contact, 'first_name')
  return {
    type: 'book-entry',
    network: 'whatsapp',
    account,
    person: dropUndefined({ identities, name }),
    action,
    at: readTime(recordAt(entry, 'metadata')?.timestamp, around.now).at,
  }
}

const actions = new Map<string, BookEntry['action']>([
  ['add', 'saved'],
  ['edit', 'saved'],
  ['remove', 'removed'],
])
