import { checkObject } from '../check-fields.ts'
import type { Fields } from '../fields.ts'
import type { KeptPhone, PhoneMessage } from '../phone.ts'
import { badParameter } from '../problems.ts'
import type { DirectAccount } from './direct-account.ts'
import type { DirectGround } from './direct-ground.ts'
import {
  answeredAlready,
  nobody,
  notOwner,
  outsideWindow,
  tooLateToAnswer,
  unavailable,
} from './direct-problems.ts'

const hour = 3_600_000
const windowMs = 24 * hour
const humanMs = 7 * 24 * hour
const privateReplyMs = 7 * 24 * hour

/** Whom a message goes to, and what allows it. */
export interface Recipient {
  phone: KeptPhone
  /** The comment that is answered in private. */
  comment?: PhoneMessage
  /** A person known by a website's checkbox only: the answer does not give their id away. */
  byRef: boolean
}

const keys = ['id', 'comment_id', 'post_id', 'user_ref']

/** Finds the person. @throws {GraphError} 100, 100/2018001, 551, 10/2018300, 10900, 10903 */
export function findRecipient(
  { book, options }: DirectGround,
  account: DirectAccount,
  body: Fields,
): Recipient {
  const recipient = checkObject(body, 'recipient', 'recipient', keys)
  const [key, ...others] = Object.keys(recipient)
  const value = recipient[key ?? '']
  if (key === undefined || others.length > 0 || (typeof value !== 'string' && typeof value !== 'number'))
    throw badParameter('Param recipient must hold exactly one of id, comment_id, post_id and user_ref.')
  const id = String(value)
  if (key === 'comment_id' || key === 'post_id') {
    const found = book.message(id)
    const { comment } = found?.message ?? {}
    if (!found || comment?.accountId !== account.id)
      throw badParameter(`Param recipient[${key}]: ${id} does not exist.`)
    if (comment.answered) throw answeredAlready()
    if (options.now() - found.message.at > privateReplyMs) throw tooLateToAnswer()
    return { phone: reachable(found.phone), comment: found.message, byRef: false }
  }
  const byRef = key === 'user_ref'
  const phone = byRef ? book.byUserRef(id) : book.byUserId(id)
  // The id of a person is good for the account they wrote to, and before they wrote it belongs to nobody.
  const known = phone?.network === account.network && (byRef || hasMet(phone, account))
  if (!phone || !known) throw nobody()
  return { phone: reachable(phone), byRef }
}

/** True once the person wrote to this account, tapped, or commented under its posts. */
export function hasMet(phone: KeptPhone, account: DirectAccount): boolean {
  return (
    phone.lastWroteAt[account.id] !== undefined ||
    phone.thread.some(({ comment }) => comment?.accountId === account.id)
  )
}

function reachable(phone: KeptPhone): KeptPhone {
  if (phone.blocked) throw unavailable()
  if (phone.threadOwner !== undefined) throw notOwner()
  return phone
}

/**
 * Refuses what Meta's window forbids: 24 hours after the person last wrote, seven days for `HUMAN_AGENT`.
 * A private reply and the first message to a `user_ref` need no window.
 * @throws {GraphError} 100 for an unknown type or tag, 10/2018278 or 10/2534022 outside the window
 */
export function checkWindow(
  account: DirectAccount,
  { phone, comment, byRef }: Recipient,
  body: Fields,
  now: number,
): void {
  const type = body.messaging_type ?? 'RESPONSE'
  if (!['RESPONSE', 'UPDATE', 'MESSAGE_TAG'].includes(String(type)))
    throw badParameter('Param messaging_type must be one of {RESPONSE, UPDATE, MESSAGE_TAG}.')
  const tagged = type === 'MESSAGE_TAG'
  if (tagged && body.tag !== 'HUMAN_AGENT')
    throw badParameter('Param tag must be one of {HUMAN_AGENT}; the other tags are no longer supported.')
  if (!tagged && body.tag !== undefined) throw badParameter('Param tag needs messaging_type MESSAGE_TAG.')
  if (comment || byRef) return
  const wroteAt = phone.lastWroteAt[account.id]
  if (wroteAt === undefined || now - wroteAt >= (tagged ? humanMs : windowMs))
    throw outsideWindow(account.network)
}
