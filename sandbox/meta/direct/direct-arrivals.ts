import { mayText, wantList, wantText } from '../control-input.ts'
import { present } from '../fields.ts'
import { newMid, newObjectId } from '../ids.ts'
import { Refusal } from '../refusal.ts'
import { fromCustomer } from './direct-ground.ts'
import { readDirectReferral } from './direct-referral.ts'
import { type Signal, tell, write } from './signal.ts'

/** Owner of a conversation while an advertisement's form in Messenger is being filled in. */
const leadFlowApp = '413038776280800'
const leadSummaryApp = 498_721_317_747_541

/** The person follows a link or an advertisement into a conversation that exists, and writes nothing yet. */
export const referral: Signal = (ground, acting, input) => {
  const read = readDirectReferral(input, acting.account.network)
  if (!read) throw new Refusal(400, '"referral" is required.')
  const field = acting.account.network === 'messenger' ? 'messaging_referrals' : 'messaging_referral'
  tell(ground, acting, field, { ...fromCustomer(acting), referral: read.webhook })
  return write(ground, acting, { kind: 'referral', ...present({ referral: read.shown }) })
}

/** The person allows recurring notices about a topic. */
export const optin: Signal = (ground, acting, input) => {
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
export const checkbox: Signal = (ground, acting, input) => {
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
export const leadAd: Signal = (ground, acting, input) => {
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
export const self: Signal = (ground, acting, input) => {
  const { account, at } = acting
  if (account.network !== 'instagram') throw new Refusal(400, 'A Page cannot write to itself.')
  const id = newMid('instagram')
  const text = mayText(input, 'text') ?? 'test'
  const ends = { sender: { id: account.id }, recipient: { id: account.id }, timestamp: at }
  tell(ground, acting, 'messages', { ...ends, message: { mid: id, text, is_echo: true, is_self: true } })
  return { id, from: 'business', kind: 'text', text, at, reactions: [] }
}
