import type { Fields } from '../fields.ts'
import { present } from '../fields.ts'
import type { CompleteOptions } from '../meta-options.ts'
import type { KeptPhone } from '../phone.ts'
import type { PhoneBook } from '../phone-book.ts'
import type { PhoneJourney } from '../status-journey.ts'
import { between, type Timers } from '../timers.ts'
import type { DirectAccounts } from './direct-account.ts'
import { fromBusiness, fromCustomer, placeOf } from './direct-ground.ts'
import type { DirectTeller } from './tell-direct.ts'

/** A message of the business on its way to a person on Instagram or Messenger. */
export interface DirectOutgoing {
  /** The mid. */
  id: string
  accountId: string
  phoneId: string
  status: 'accepted' | 'sent' | 'delivered'
  /** `message` of the echo, without what makes it an echo. */
  message: Fields
  metadata?: string
  /** App that sent it; absent: a person in the network's own app. */
  appId?: string
}

/**
 * Takes accepted messages along their way. Each comes back as an echo. Messenger then tells of delivery and reading as
 * watermarks; Instagram tells only that the last message was seen.
 */
export interface DirectJourney extends PhoneJourney {
  begin(message: DirectOutgoing): void
  save(): DirectOutgoing[]
  restore(saved: DirectOutgoing[]): void
}

export function createDirectJourney(
  accounts: DirectAccounts,
  book: PhoneBook,
  tell: DirectTeller,
  timers: Timers,
  options: CompleteOptions,
): DirectJourney {
  const open = new Map<string, DirectOutgoing>()
  const soon = (task: () => void) => timers.later(between(options.statusDelayMs), task)

  const show = (message: DirectOutgoing, status: 'sent' | 'delivered' | 'read') => {
    const bubble = book.message(message.id)?.message
    if (bubble) bubble.status = status
  }

  const echo = (message: DirectOutgoing) => {
    const [account, phone] = [accounts.byId(message.accountId), book.byId(message.phoneId)]
    if (!account || !phone || !open.has(message.id)) return
    message.status = 'sent'
    const at = options.now()
    const isPage = account.network === 'messenger'
    // Instagram's echo names neither the app nor its metadata: only the mid tells whose it is.
    const origin = isPage
      ? present({
          app_id: message.appId === undefined ? undefined : Number(message.appId),
          metadata: message.metadata,
        })
      : {}
    const body = { mid: message.id, ...message.message, is_echo: true, ...origin }
    const event = { ...fromBusiness(account, phone, at), message: body }
    tell.events(account, isPage ? 'message_echoes' : 'messages', [event], {
      peer: phone.userId,
      at,
      place: placeOf(phone),
    })
    soon(() => deliver(message))
  }

  const deliver = (message: DirectOutgoing) => {
    const [account, phone] = [accounts.byId(message.accountId), book.byId(message.phoneId)]
    if (!account || !phone?.online || phone.blocked || message.status !== 'sent' || !open.has(message.id))
      return
    message.status = 'delivered'
    show(message, 'delivered')
    phone.unread += 1
    book.changed(phone)
    const at = options.now()
    if (account.network === 'messenger') {
      const event = {
        ...fromCustomer({ account, phone, at, origin: '' }),
        delivery: { mids: [message.id], watermark: at },
      }
      tell.events(account, 'message_deliveries', [event], { peer: phone.userId, at, place: placeOf(phone) })
    }
    if (phone.reads) timers.later(between(options.readDelayMs), () => read(phone))
  }

  const read = (phone: KeptPhone) => {
    const unread = ofPhone(phone).filter(({ status }) => status === 'delivered')
    const last = unread.at(-1)
    const account = last && accounts.byId(last.accountId)
    if (!last || !account) return
    for (const message of unread) {
      open.delete(message.id)
      show(message, 'read')
    }
    phone.unread = 0
    book.changed(phone)
    const at = options.now()
    const isPage = account.network === 'messenger'
    const event = {
      ...fromCustomer({ account, phone, at, origin: '' }),
      read: isPage ? { watermark: at } : { mid: last.id },
    }
    tell.events(account, isPage ? 'message_reads' : 'messaging_seen', [event], {
      peer: phone.userId,
      at,
      place: placeOf(phone),
    })
  }

  const ofPhone = (phone: KeptPhone) => [...open.values()].filter(({ phoneId }) => phoneId === phone.id)

  return {
    begin(message) {
      open.set(message.id, message)
      soon(() => echo(message))
    },
    deliverWaiting(phone) {
      for (const message of ofPhone(phone)) if (message.status === 'sent') soon(() => deliver(message))
    },
    readAll: read,
    loseWaiting(phone) {
      for (const { id, status } of ofPhone(phone)) if (status !== 'delivered') open.delete(id)
    },
    save: () => [...open.values()],
    restore(saved) {
      open.clear()
      for (const message of saved) {
        open.set(message.id, message)
        soon(() => (message.status === 'accepted' ? echo : deliver)(message))
      }
    },
  }
}
