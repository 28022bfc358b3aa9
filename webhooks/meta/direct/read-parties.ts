import type { Person } from '#core/channels/inbound-item.ts'
import { idAt, type JsonRecord, recordAt } from '../loose-json.ts'
import type { Place } from './dialect.ts'
import { readDirectPerson } from './read-direct-person.ts'

/** Who stands at the two ends of an event. */
export interface Parties {
  account: string
  /** The customer, also of what the business itself wrote. */
  person: Person
  /** Written by the business: in the network's own app, by another tool, or by us. */
  byBusiness: boolean
}

/** @throws Error when nothing names the account */
export function readParties(event: JsonRecord, place: Place): Parties {
  const sender = recordAt(event, 'sender') ?? {}
  const recipient = recordAt(event, 'recipient') ?? {}
  const isEcho = recordAt(event, 'message')?.is_echo === true
  const account = place.account ?? idAt(isEcho ? sender : recipient, 'id')
  if (account === undefined) throw new Error('neither the entry nor the event names the account')
  const byBusiness = isEcho || idAt(sender, 'id') === account
  const person = readDirectPerson(byBusiness ? recipient : sender, account, place.network)
  return { account, person, byBusiness }
}
