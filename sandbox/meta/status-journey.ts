import { present } from './fields.ts'
import { type Problem, webhookError } from './graph-error.ts'
import type { MetaApps } from './meta-app.ts'
import type { CompleteOptions } from './meta-options.ts'
import type { Outgoing } from './outgoing.ts'
import { type KeptPhone, peerOf } from './phone.ts'
import type { PhoneBook } from './phone-book.ts'
import { between, type Timers } from './timers.ts'
import { messagesEnvelope, seconds, webhookContact } from './webhook-envelope.ts'
import type { WebhookOutbox } from './webhook-outbox.ts'

/** What happens to messages on their way when something happens to the phone they go to. */
export interface PhoneJourney {
  /** The phone is online again: what waited for it arrives. */
  deliverWaiting(phone: KeptPhone): void
  /** The customer opened the thread: all that had arrived is read, told in one webhook. */
  readAll(phone: KeptPhone): void
  /** From now on nothing sent so far can arrive at this phone any more. */
  loseWaiting(phone: KeptPhone): void
}

/** Takes accepted messages along their way: sent, delivered, read, or failed. Each step is told by webhook. */
export interface StatusJourney extends PhoneJourney {
  begin(message: Outgoing): void
  /** Reports after the usual pause that an accepted message did not arrive. */
  fail(message: Outgoing, problem: Problem): void
  save(): Outgoing[]
  restore(saved: Outgoing[]): void
}

export function createStatusJourney(
  apps: MetaApps,
  book: PhoneBook,
  outbox: WebhookOutbox,
  timers: Timers,
  options: CompleteOptions,
): StatusJourney {
  const open = new Map<string, Outgoing>()

  const line = (message: Outgoing, phone: KeptPhone | undefined, status: string, problem?: Problem) => ({
    id: message.id,
    status,
    timestamp: seconds(options.now()),
    ...present({ recipient_id: phone?.phone?.slice(1) ?? message.digits }),
    ...present({
      recipient_user_id: phone?.userId ?? message.userId,
      biz_opaque_callback_data: message.opaque,
    }),
    ...(status === 'sent' || status === 'delivered' ? present({ conversation: message.conversation }) : {}),
    ...(status === 'sent' || status === 'delivered' ? { pricing: message.pricing } : {}),
    ...(problem ? { errors: [webhookError(problem)] } : {}),
  })

  const tell = (messages: Outgoing[], phone: KeptPhone | undefined, status: string, problem?: Problem) => {
    const [first] = messages
    const app = first && apps.byNumber(first.phoneNumberId)
    if (!app) return
    const contacts = phone && !problem ? { contacts: [webhookContact(phone)] } : {}
    const statuses = messages.map((message) => line(message, phone, status, problem))
    const peer = phone ? peerOf(phone) : (first.digits ?? first.userId ?? '')
    outbox.send(app, 'statuses', messagesEnvelope(app, { ...contacts, statuses }), peer)
  }

  const phoneOf = (message: Outgoing) =>
    message.phoneId === undefined ? undefined : book.byId(message.phoneId)

  const show = (message: Outgoing, status: 'sent' | 'delivered' | 'read') => {
    const bubble = book.message(message.id)?.message
    if (bubble) bubble.status = status
  }

  const deliver = (message: Outgoing) => {
    const phone = phoneOf(message)
    if (!phone?.online || message.lost || message.status !== 'sent') return
    message.status = 'delivered'
    show(message, 'delivered')
    if (message.reaction) {
      react(message.reaction)
      open.delete(message.id)
    } else {
      phone.unread += 1
    }
    book.changed(phone)
    tell([message], phone, 'delivered')
    if (phone.reads) timers.later(between(options.readDelayMs), () => read(phone, [message]))
  }

  const react = ({ target, emoji }: { target: string; emoji: string }) => {
    const bubble = book.message(target)?.message
    if (!bubble) return
    bubble.reactions = bubble.reactions.filter(({ from }) => from !== 'business')
    if (emoji !== '') bubble.reactions.push({ from: 'business', emoji })
  }

  const read = (phone: KeptPhone, messages: Outgoing[]) => {
    const unread = messages.filter(({ id, status }) => open.has(id) && status === 'delivered')
    for (const message of unread) {
      open.delete(message.id)
      show(message, 'read')
    }
    if (unread.length === 0) return
    phone.unread = Math.max(0, phone.unread - unread.length)
    book.changed(phone)
    for (const number of new Set(unread.map(({ phoneNumberId }) => phoneNumberId)))
      tell(
        unread.filter(({ phoneNumberId }) => phoneNumberId === number),
        phone,
        'read',
      )
  }

  const ofPhone = (phone: KeptPhone) => [...open.values()].filter(({ phoneId }) => phoneId === phone.id)

  const send = (message: Outgoing) => {
    const phone = phoneOf(message)
    if (!phone) return
    message.status = 'sent'
    if (phone.blocked) message.lost = true
    tell([message], phone, 'sent')
    book.changed(phone)
    timers.later(between(options.statusDelayMs), () => deliver(message))
  }

  return {
    begin(message) {
      open.set(message.id, message)
      timers.later(between(options.statusDelayMs), () => send(message))
    },
    fail(message, problem) {
      timers.later(between(options.statusDelayMs), () => tell([message], phoneOf(message), 'failed', problem))
    },
    deliverWaiting(phone) {
      for (const message of ofPhone(phone))
        if (message.status === 'sent') timers.later(between(options.statusDelayMs), () => deliver(message))
    },
    readAll: (phone) => read(phone, ofPhone(phone)),
    loseWaiting(phone) {
      for (const message of ofPhone(phone)) if (message.status !== 'delivered') message.lost = true
    },
    save: () => [...open.values()],
    restore(saved) {
      open.clear()
      for (const message of saved) {
        open.set(message.id, message)
        timers.later(between(options.statusDelayMs), () =>
          (message.status === 'accepted' ? send : deliver)(message),
        )
      }
    },
  }
}
