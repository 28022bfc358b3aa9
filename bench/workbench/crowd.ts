import { type DirectNetwork, directAccounts, scopedIdOf } from '../load/direct-bodies.ts'
import { typedPhoneOf } from '../load/lead-bodies.ts'
import { writersOn } from '../load/mix.ts'
import { telegramIdOf } from '../load/telegram-bodies.ts'
import { phoneOf } from '../load/whatsapp-bodies.ts'

/** Somebody who has written before, as the desk knows him. */
export interface Known {
  network: string
  kind: string
  value: string
  address?: string
  claimed?: boolean
}

/** The first people of a load of WhatsApp messages. */
export const whatsappCrowd = (count: number): Known[] => firsts(count, onWhatsapp)

/**
 * The first people of a mix on each of its networks.
 *
 * @param people of the mix
 * @param share how many of them are known, as a part of 1
 */
export function mixedCrowd(people: number, share: number): Known[] {
  const known = (part: Parameters<typeof writersOn>[0], toKnown: (person: number) => Known) =>
    firsts(Math.round(writersOn(part, people) * share), toKnown)
  return [
    ...known('whatsapp', onWhatsapp),
    ...known('instagram', (person) => onDirect('instagram', person)),
    ...known('messenger', (person) => onDirect('messenger', person)),
    ...known('telegram', (person) => ({
      network: 'telegram',
      kind: 'telegram_user',
      value: String(telegramIdOf(person)),
    })),
    ...known('leads', (person) => ({
      network: 'google_leads',
      kind: 'phone',
      value: typedPhoneOf(person),
      claimed: true,
    })),
  ]
}

const firsts = (count: number, toKnown: (person: number) => Known): Known[] =>
  Array.from({ length: count }, (_, person) => toKnown(person))

const onWhatsapp = (person: number): Known => {
  const phone = phoneOf(person)
  return { network: 'whatsapp', kind: 'phone', value: `+${phone}`, address: phone }
}

const onDirect = (network: DirectNetwork, person: number): Known => {
  const id = scopedIdOf(network, person)
  return { network, kind: `${network}_user`, value: `${directAccounts[network]}:${id}`, address: id }
}
