import type { IdentityClaim, Person } from '#core/channels/inbound-item.ts'
import { dropUndefined } from '../meta/drop-undefined.ts'
import { idAt, type JsonRecord, textAt } from '../meta/loose-json.ts'

/**
 * A person as Telegram presents him: a user, or the private chat with him, which has the same id and names.
 *
 * @throws Error when he has no id
 */
export function readPerson(user: JsonRecord): Person {
  const id = idAt(user, 'id')
  if (id === undefined) throw new Error('the person has no `id`')
  const identities: IdentityClaim[] = [{ kind: 'telegram_user', value: id }]
  const username = textAt(user, 'username')?.toLowerCase()
  if (username !== undefined && username.length <= 100) {
    identities.push({ kind: 'telegram_username', value: username })
  }
  const name = [textAt(user, 'first_name'), textAt(user, 'last_name')].filter(Boolean).join(' ')
  const language = textAt(user, 'language_code')
  return dropUndefined({
    identities,
    name: name === '' ? undefined : name,
    language: language !== undefined && /^[A-Za-z-]{2,35}$/.test(language) ? language : undefined,
  })
}
