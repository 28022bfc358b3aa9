import type { IdentityChange } from '#core/channels/inbound-item.ts'
import { idAt, type JsonRecord, recordAt } from '../../meta/loose-json.ts'
import { readTime } from '../../meta/read-time.ts'
import { claims } from './read-person.ts'
import { accountOf, type Surroundings } from './surroundings.ts'

/**
 * A person's business-scoped id is made anew when he takes another phone number. The number that comes along is the
 * one he has now: it is never among the previous ones, because somebody else may have had it before.
 *
 * @throws Error with the reason when it does not say which id became which
 */
export function readIdentityChange(item: JsonRecord, around: Surroundings): IdentityChange {
  const account = accountOf(around)
  const user = recordAt(item, 'user_id') ?? {}
  const parent = recordAt(item, 'parent_user_id') ?? {}
  const previous = claims({ user: idAt(user, 'previous'), parentUser: idAt(parent, 'previous') })
  const current = claims({ user: idAt(user, 'current'), parentUser: idAt(parent, 'current') })
  if (previous.length === 0) throw new Error('`user_id.previous` is missing')
  if (current.length === 0) throw new Error('`user_id.current` is missing')
  const phone = idAt(item, 'wa_id')
  // His contact stands beside the change and is no news.
  around.contacts.find({ ...(phone === undefined ? {} : { phone }) })
  return {
    type: 'identity-change',
    network: 'whatsapp',
    account,
    previous,
    current: [...claims({ phone }), ...current],
    at: readTime(item.timestamp, around.now).at,
  }
}
