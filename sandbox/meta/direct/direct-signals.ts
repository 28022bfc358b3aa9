import { mayText, wantList, wantText } from '../control-input.ts'
import { type Fields, present } from '../fields.ts'
import { newMid, newObjectId } from '../ids.ts'
import type { Content, PhoneMessage } from '../phone.ts'
import { Refusal } from '../refusal.ts'
import { type Acting, type DirectGround, fromCustomer, placeOf } from './direct-ground.ts'
import { readDirectReferral } from './direct-referral.ts'
import { reactionName } from './reaction-names.ts'

/** Owner of a conversation while an advertisement's form in Messenger is being filled in. */
const leadFlowApp = '413038776280800'
const leadSummaryApp = 498_721_317_747_541

type Signal = (ground: DirectGround, acting: Acting, input: Fields) => PhoneMessage

function tell(ground: DirectGround, acting: Acting, field: string, ...events: Fields[]): void {
  const { account, phone, at } = acting
  ground.tell.events(account, field, events, { peer: phone.userId, at, place: placeOf(phone) })
}

function target({ book }: DirectGround, { phone }: Acting, input: Fields, own = false): PhoneMessage {
  const id = wantText(input, 'target')
  const found = book.message(id)
  if (found?.phone !== phone || found.message.deleted)
    throw new Refusal(404, `There is no message ${id} on this phone.`)
  if (own && found.message.from !== 'customer')
    throw new Refusal(409, 'A customer changes only their own messages.')
  return found.message
}

function write(
  { book }: DirectGround,
  { phone, at }: Acting,
  content: Content,
  id = `note-${newObjectId()}`,
): PhoneMessage {
  const bubble: PhoneMessage = { id, from: 'customer', ...content, at, reactions: [] }
  book.write(phone, bubble)
  book.changed(phone)
  return bubble
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

/** The person follows a link or an advertisement into a conversation that exists, and writes nothing yet. */
const referral: Signal = (ground, acting, input) => {
  const read = readDirectReferral(input, acting.account.network)
  if (!read) throw new Refusal(400, '"referral" is required.')
  const field = acting.account.network === 'messenger' ? 'messaging_referrals' : 'messaging_referral'
  tell(ground, acting, field, { ...fromCustomer(acting), referral: read.webhook })
  return write(ground, acting, { kind: 'referral', ...present({ referral: read.shown }) })
}

/** The person allows recurring notices about a topic. */
const optin: Signal = (ground, acting, input) => {
  const title = mayText(input, 'title') ?? 'News and offers'
  const body = {
    type: 'notification_messages',
    payload: mayText(input, 'payload') ?? 'news',
    notification_messages_token: newObjectId(),
    notification_messages_timezone: 'Europe/Paris',
    token_expiry_timestamp: String(acting.at + 365 * 86_400_000),
    user_token_status: 'NOT_REFRESHED',
    notification_messages_status: mayText(input, 'status') ?? 'RESUME_NOTIFICATIONS',
    title,
  }
  tell(ground, acting, 'messaging_optins', { ...fromCustomer(acting), optin: body })
  return write(ground, acting, { kind: 'optin', text: title })
}

/** A ticked box on a website: the business learns a `user_ref` and not yet who it is. */
const checkbox: Signal = (ground, acting, input) => {
  const { account, phone, at } = acting
  if (account.network !== 'messenger') throw new Refusal(400, 'The checkbox exists for Messenger only.')
  const userRef = wantText(input, 'userRef')
  if (ground.book.byUserRef(userRef)) throw new Refusal(409, `${userRef} has been used already.`)
  phone.userRef = userRef
  const body = { ref: mayText(input, 'ref') ?? 'website', user_ref: userRef }
  tell(ground, acting, 'messaging_optins', { recipient: { id: account.id }, timestamp: at, optin: body })
  return write(ground, acting, { kind: 'optin', text: body.ref })
}

/**
 * A form filled in inside Messenger after a click on an advertisement. Its times are seconds, the summary looks like
 * words of the customer, and only then the conversation is passed to the product.
 */
const leadAd: Signal = (ground, acting, input) => {
  const { account, at } = acting
  if (account.network !== 'messenger') throw new Refusal(400, 'Only Messenger has such forms.')
  const data = wantList(input, 'answers').map((one) => ({
    question: wantText(one, 'question'),
    answer: wantText(one, 'answer'),
  }))
  const complete = input.complete !== false
  const early = { ...fromCustomer(acting), timestamp: Math.floor(at / 1000) }
  const source = { source: 'ADS', type: complete ? 'LEAD_COMPLETE' : 'LEAD_INCOMPLETE', ad_id: newObjectId() }
  tell(ground, acting, 'messaging_referrals', { ...early, referral: source, lead: { data } })
  const text = `Lead summary:\n${data.map(({ question, answer }) => `${question}: ${answer}`).join('\n')}`
  const id = newMid('messenger')
  if (complete && input.summary !== false) {
    const hop = { app_id: leadSummaryApp, metadata: 'messenger_lead_gen_complete' }
    tell(ground, acting, 'messages', { ...early, message: { mid: id, text }, hop_context: hop })
  }
  const passed = {
    previous_owner_app_id: leadFlowApp,
    new_owner_app_id: account.appId,
    metadata: 'messenger_lead_gen_complete',
  }
  tell(ground, acting, 'messaging_handovers', { ...fromCustomer(acting), pass_thread_control: passed })
  acting.phone.lastWroteAt[account.id] = at
  return write(ground, acting, { kind: 'text', text }, id)
}

/** The business writes to itself, as people do when they try Instagram out. */
const self: Signal = (ground, acting, input) => {
  const { account, at } = acting
  if (account.network !== 'instagram') throw new Refusal(400, 'A Page cannot write to itself.')
  const id = newMid('instagram')
  const text = mayText(input, 'text') ?? 'test'
  const ends = { sender: { id: account.id }, recipient: { id: account.id }, timestamp: at }
  tell(ground, acting, 'messages', { ...ends, message: { mid: id, text, is_echo: true, is_self: true } })
  return { id, from: 'business', kind: 'text', text, at, reactions: [] }
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
