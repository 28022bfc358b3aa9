import type { Kernel } from '../kernel.ts'
import { present } from './fields.ts'
import { newObjectId, newUserId } from './ids.ts'
import type { KeptPhone, NewPhone, Phone, PhoneMessage } from './phone.ts'
import { Refusal } from './refusal.ts'

const colours = ['#b91c1c', '#a16207', '#15803d', '#0e7490', '#4338ca', '#a21caf', '#be123c', '#4d7c0f']
const countries: Record<string, string> = { ar: 'AE', en: 'GB', es: 'ES', fr: 'FR', hi: 'IN', pt: 'BR' }
const shownInEvents = 50
const keptMessages = 2000

/** Every customer of the playground, with the thread on their phone. */
export interface PhoneBook {
  /** @throws {Refusal} 400 for a malformed number, 409 for a person who exists already. */
  add(wanted: NewPhone): KeptPhone
  all(): KeptPhone[]
  byId(id: string): KeptPhone | undefined
  byPhone(digits: string): KeptPhone | undefined
  byUserId(userId: string): KeptPhone | undefined
  byUserRef(userRef: string): KeptPhone | undefined
  /** The bubble with this id, on whosever phone it is. */
  message(wamid: string): { phone: KeptPhone; message: PhoneMessage } | undefined
  write(phone: KeptPhone, message: PhoneMessage): void
  /** Gives the person another number, as when they move their account to it. */
  renumber(phone: KeptPhone, number: string): void
  /** Gives the person another id, as when they register a new phone. @throws {Refusal} 409 when it is taken */
  reidentify(phone: KeptPhone, userId: string): void
  /** Tells the page that something on this phone changed. */
  changed(phone: KeptPhone): void
  replaceAll(phones: KeptPhone[]): void
}

/** The phone as the control API shows it: without what only the simulator needs. */
export function publicPhone({ lastWroteAt: _, cameByAdAt: __, ...phone }: KeptPhone): Phone {
  return phone
}

export function createPhoneBook(kernel: Kernel): PhoneBook {
  const phones = new Map<string, KeptPhone>()
  const byPhone = new Map<string, KeptPhone>()
  const byUserId = new Map<string, KeptPhone>()
  const bubbles = new Map<string, { phone: KeptPhone; message: PhoneMessage }>()
  let serial = 0

  const index = (phone: KeptPhone) => {
    phones.set(phone.id, phone)
    if (phone.phone !== undefined) byPhone.set(phone.phone.slice(1), phone)
    byUserId.set(phone.userId, phone)
    for (const message of phone.thread) bubbles.set(message.id, { phone, message })
  }

  const checkNumber = (number: string | undefined) => {
    if (number === undefined) return
    if (!/^\+[1-9]\d{6,14}$/.test(number))
      throw new Refusal(400, `${number} is no phone number. Write it as +33612345678.`)
    if (byPhone.has(number.slice(1))) throw new Refusal(409, `${number} already belongs to a customer.`)
  }

  const book: PhoneBook = {
    add(wanted) {
      checkNumber(wanted.phone)
      const { network = 'whatsapp', language = 'en' } = wanted
      if (network !== 'whatsapp' && wanted.phone !== undefined)
        throw new Refusal(400, `A person on ${network} has no phone number that the business sees.`)
      const country = countries[language.slice(0, 2)] ?? 'US'
      const userId = wanted.userId ?? (network === 'whatsapp' ? newUserId(country) : newObjectId())
      if (byUserId.has(userId)) throw new Refusal(409, `${userId} already belongs to a customer.`)
      serial += 1
      const phone: KeptPhone = {
        id: `phone-${serial}`,
        network,
        name: wanted.name,
        ...present({ phone: wanted.phone, username: wanted.username?.replace(/^@/, '') }),
        userId,
        language,
        colour: wanted.colour ?? colours[serial % colours.length] ?? '#334155',
        online: true,
        reads: false,
        blocked: false,
        unread: 0,
        thread: [],
        lastWroteAt: {},
        cameByAdAt: {},
      }
      index(phone)
      book.changed(phone)
      return phone
    },
    all: () => [...phones.values()],
    byId: (id) => phones.get(id),
    byPhone: (digits) => byPhone.get(digits),
    byUserId: (userId) => byUserId.get(userId),
    byUserRef: (userRef) => [...phones.values()].find((phone) => phone.userRef === userRef),
    message: (wamid) => bubbles.get(wamid),
    write(phone, message) {
      phone.thread.push(message)
      bubbles.set(message.id, { phone, message })
      for (const old of phone.thread.splice(0, phone.thread.length - keptMessages)) bubbles.delete(old.id)
    },
    renumber(phone, number) {
      checkNumber(number)
      if (phone.phone !== undefined) byPhone.delete(phone.phone.slice(1))
      phone.phone = number
      byPhone.set(number.slice(1), phone)
    },
    reidentify(phone, userId) {
      if (byUserId.has(userId)) throw new Refusal(409, `${userId} already belongs to a customer.`)
      byUserId.delete(phone.userId)
      phone.userId = userId
      byUserId.set(userId, phone)
    },
    changed(phone) {
      const shown = publicPhone(phone)
      kernel.emit({ type: 'phone', phone: { ...shown, thread: shown.thread.slice(-shownInEvents) } })
    },
    replaceAll(saved) {
      for (const map of [phones, byPhone, byUserId, bubbles]) map.clear()
      for (const phone of saved) index(phone)
      serial = Math.max(serial, ...saved.map((phone) => Number(phone.id.slice('phone-'.length))))
    },
  }
  return book
}
