import type { IdentityClaim, Person } from '#core/channels/inbound-item.ts'
import { dropUndefined } from '../drop-undefined.ts'
import { idAt, type JsonRecord, textAt } from '../loose-json.ts'
import type { DirectNetwork } from './dialect.ts'

const kinds = { instagram: 'instagram_user', messenger: 'messenger_user' } as const

/**
 * A person as `sender`, `recipient` or `from` names him. His id holds for this account only. A visitor of the chat or
 * checkbox plugin has no id yet but a `user_ref`, which can be written to all the same.
 */
export function readDirectPerson(record: JsonRecord, account: string, network: DirectNetwork): Person {
  const kind = kinds[network]
  const id = idAt(record, 'id')
  const ref = idAt(record, 'user_ref')
  const username = textAt(record, 'username')?.replace(/^@/, '').toLowerCase() ?? ''
  const identities: IdentityClaim[] = []
  if (id !== undefined) identities.push({ kind, value: `${account}:${id}`, address: id })
  if (ref !== undefined) identities.push({ kind, value: `${account}:ref:${ref}`, address: ref })
  if (network === 'instagram' && username !== '' && username.length <= 100) {
    identities.push({ kind: 'instagram_username', value: username })
  }
  return dropUndefined({ identities, name: textAt(record, 'name') })
}
