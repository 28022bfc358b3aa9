import type { OutboundMessage } from '#core/channels/channel-port.ts'
import type { IdentityClaim } from '#core/channels/inbound-item.ts'
import { dropUndefined } from '../drop-undefined.ts'
import type { JsonRecord } from '../loose-json.ts'
import { isMid } from './is-mid.ts'

type DirectUser = 'instagram_user' | 'messenger_user'

/** What Meta wants in `recipient`; undefined where this account knows no id of the person. */
export function directRecipient(
  claims: IdentityClaim[],
  kind: DirectUser,
  account: string,
): JsonRecord | undefined {
  const ours = claims.filter((claim) => claim.kind === kind && claim.value.startsWith(`${account}:`))
  // A real id reaches a person always, a `user_ref` of a website's plugin only until he has written.
  const [claim] = ours.toSorted((one, other) => Number(isRef(one, account)) - Number(isRef(other, account)))
  if (claim === undefined) return undefined
  const ref = isRef(claim, account)
  const address = claim.address ?? claim.value.slice(account.length + (ref ? ':ref:' : ':').length)
  return ref ? { user_ref: address } : { id: address }
}

function isRef(claim: IdentityClaim, account: string): boolean {
  return claim.value.startsWith(`${account}:ref:`)
}

/**
 * Everything around `message`: to whom, and by what right. A private answer goes to the comment itself, whose writer
 * may never have written a direct message; undefined where nobody can be reached. What cannot be quoted is answered
 * without a quotation.
 */
export function directEnvelope(
  message: OutboundMessage,
  kind: DirectUser,
  account: string,
): JsonRecord | undefined {
  const { replyTo, within } = message
  if (within === 'comment') return replyTo === undefined ? undefined : { recipient: { comment_id: replyTo } }
  const recipient = directRecipient(message.recipient, kind, account)
  if (recipient === undefined) return undefined
  return dropUndefined({
    recipient,
    ...(within === 'human-agent' ? { messaging_type: 'MESSAGE_TAG', tag: 'HUMAN_AGENT' } : {}),
    reply_to: replyTo !== undefined && isMid(replyTo) ? { mid: replyTo } : undefined,
  })
}
