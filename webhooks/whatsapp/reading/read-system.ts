import { dropUndefined } from '../../meta/drop-undefined.ts'
import { firstIdAt, idAt, restOf, textAt } from '../../meta/loose-json.ts'
import { type KindReader, needed } from './kind-facts.ts'
import { claims } from './read-person.ts'

const knownKeys = ['body', 'type', 'wa_id', 'new_wa_id', 'user_id', 'parent_user_id']

/**
 * What WhatsApp says about a person: a new phone number, a new business-scoped id, a new device.
 * `data.newIdentities` is who he is from now on. The old business-scoped id stands only in the sentence,
 * beside the name that the person chose: it is not read from there, because a name could claim to be
 * anybody's id.
 */
export const readSystem: KindReader = (message) => {
  const system = needed(message, 'system')
  const newIdentities = claims({
    phone: firstIdAt(system, ['wa_id', 'new_wa_id']),
    user: idAt(system, 'user_id'),
    parentUser: idAt(system, 'parent_user_id'),
  })
  return dropUndefined({
    kind: 'system' as const,
    body: textAt(system, 'body'),
    data: dropUndefined({
      event: textAt(system, 'type') ?? 'unnamed',
      newIdentities: newIdentities.length > 0 ? newIdentities : undefined,
      details: restOf(system, knownKeys),
    }),
  })
}

/** The customer opened the chat for the first time and has written nothing yet. */
export const readRequestWelcome: KindReader = () => ({ kind: 'system', data: { event: 'request_welcome' } })
