import { mayText } from '../control-input.ts'
import type { Fields } from '../fields.ts'
import type { KeptPhone } from '../phone.ts'
import { Refusal } from '../refusal.ts'
import type { Acting, DirectGround } from './direct-ground.ts'

/** The account that `to` names, or the one of this person's network registered last. @throws {Refusal} 400, 409 */
export function actingOf(
  { accounts, options }: DirectGround,
  phone: KeptPhone,
  input: Fields,
  origin: string,
): Acting {
  const { network } = phone
  if (network === 'whatsapp') throw new Refusal(400, `${phone.name} writes on WhatsApp.`)
  const wanted = mayText(input, 'to')
  const account = wanted === undefined ? accounts.latest(network) : accounts.byId(wanted)
  if (account?.network === network) return { account, phone, at: options.now(), origin }
  const path = network === 'instagram' ? 'instagram' : 'page'
  const how = `Register one with PUT /playground/api/meta/${path}.`
  throw new Refusal(409, `There is no account on ${network} to write to yet. ${how}`)
}
