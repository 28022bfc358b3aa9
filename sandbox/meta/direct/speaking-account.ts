import { isFields } from '../fields.ts'
import { type GraphCall, jsonBody } from '../graph-call.ts'
import type { DirectAccount } from './direct-account.ts'
import type { DirectGround } from './direct-ground.ts'

/**
 * For whom a Page's call is. Where an Instagram account was connected with Facebook Login, its Page speaks for it: a
 * message to a person on Instagram, an answer to a comment there and a look at a profile are then Instagram's.
 */
export function speakingAccount(ground: DirectGround, page: DirectAccount, call: GraphCall): DirectAccount {
  const linked = ground.accounts.all().find(({ pageId }) => pageId === page.id)
  return linked && isAboutInstagram(ground, linked, call) ? linked : page
}

function isAboutInstagram({ book }: DirectGround, linked: DirectAccount, call: GraphCall): boolean {
  if (call.id === linked.id) return true
  const onInstagram = (id: unknown) => typeof id === 'string' && book.byUserId(id)?.network === 'instagram'
  if (call.method === 'GET') return call.edge === '' && onInstagram(call.id)
  if (call.edge !== 'messages') return false
  const { recipient } = jsonBody(call)
  if (!isFields(recipient)) return false
  const comment =
    typeof recipient.comment_id === 'string' ? book.message(recipient.comment_id)?.message : undefined
  return onInstagram(recipient.id) || comment?.comment?.accountId === linked.id
}
