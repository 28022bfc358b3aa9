import { mayText, wantText } from '../control-input.ts'
import { type Fields, present } from '../fields.ts'
import { newMid } from '../ids.ts'
import type { PhoneMessage } from '../phone.ts'
import { Refusal } from '../refusal.ts'
import { checkbox, leadAd, optin, referral, self } from './direct-arrivals.ts'
import { type Acting, type DirectGround, fromCustomer } from './direct-ground.ts'
import { readDirectReferral } from './direct-referral.ts'
import { reactionName } from './reaction-names.ts'
import { type Signal, tell, write } from './signal.ts'

function target({ book }: DirectGround, { phone }: Acting, input: Fields, own = false): PhoneMessage {
  const id = wantText(input, 'target')
  const found = book.message(id)
  if (found?.phone !== phone || found.message.deleted)
    throw new Refusal(404, `There is no message ${id} on this phone.`)
  if (own && found.message.from !== 'customer')
    throw new Refusal(409, 'A customer changes only their own messages.')
  return found.message
}

/** A tap on a persistent button, an ice breaker or Get Started; it opens the window as a message does. */
const postback: Signal = (ground, acting, input) => {
  const { account, phone, at } = acting
  const [title, payload] = [wantText(input, 'title'), wantText(input, 'payload')]
  const id = newMid(account.network)
  const referral = readDirectReferral(input, account.network)
  phone.lastWroteAt[account.id] = at
  // The very first tap of a person, Get Started, comes without a mid on Messenger.
  const mid = account.network === 'messenger' && payload === 'GET_STARTED' ? {} : { mid: id }
  const body = { ...mid, title, payload, ...(referral ? { referral: referral.webhook } : {}) }
  tell(ground, acting, 'messaging_postbacks', { ...fromCustomer(acting), postback: body })
  return write(ground, acting, { kind: 'button', text: title, ...present({ referral: referral?.shown }) }, id)
}

const reaction: Signal = (ground, acting, input) => {
  const bubble = target(ground, acting, input)
  const emoji = mayText(input, 'emoji') ?? ''
  const had = bubble.reactions.find(({ from }) => from === 'customer')?.emoji ?? '❤'
  bubble.reactions = bubble.reactions.filter(({ from }) => from !== 'customer')
  if (emoji !== '') bubble.reactions.push({ from: 'customer', emoji })
  const named = { reaction: reactionName(emoji || had), emoji: emoji || had }
  const isPage = acting.account.network === 'messenger'
  const body =
    emoji === '' && !isPage
      ? { mid: bubble.id, action: 'unreact' }
      : { mid: bubble.id, action: emoji === '' ? 'unreact' : 'react', ...named }
  tell(ground, acting, 'message_reactions', { ...fromCustomer(acting), reaction: body })
  ground.book.changed(acting.phone)
  return bubble
}

const edit: Signal = (ground, acting, input) => {
  const bubble = target(ground, acting, input, true)
  const text = wantText(input, 'text')
  bubble.text = text
  bubble.edits = (bubble.edits ?? 0) + 1
  const isPage = acting.account.network === 'messenger'
  const count = isPage ? bubble.edits : String(bubble.edits)
  const event = { ...fromCustomer(acting), message_edit: { mid: bubble.id, text, num_edit: count } }
  tell(ground, acting, isPage ? 'message_edits' : 'message_edit', event)
  ground.book.changed(acting.phone)
  return bubble
}

const unsend: Signal = (ground, acting, input) => {
  if (acting.account.network !== 'instagram')
    throw new Refusal(400, 'Messenger tells a business nothing when a person takes a message back.')
  const bubble = target(ground, acting, input, true)
  bubble.deleted = true
  delete bubble.text
  delete bubble.media
  tell(ground, acting, 'messages', { ...fromCustomer(acting), message: { mid: bubble.id, is_deleted: true } })
  ground.book.changed(acting.phone)
  return bubble
}

const signals: Record<string, Signal> = {
  postback,
  reaction,
  edit,
  unsend,
  referral,
  optin,
  checkbox,
  lead_ad: leadAd,
  self,
}

/** Carries out what a customer does besides writing. @throws {Refusal} 400 for an unknown kind or a missing part */
export function directSignals(ground: DirectGround, acting: Acting, input: Fields): PhoneMessage {
  const kind = wantText(input, 'kind')
  const signal = Object.hasOwn(signals, kind) ? signals[kind] : undefined
  if (!signal) throw new Refusal(400, `There is no kind "${kind}" on ${acting.account.network}.`)
  return signal(ground, acting, input)
}
