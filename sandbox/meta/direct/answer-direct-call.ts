import { type GraphCall, jsonBody, pickFields } from '../graph-call.ts'
import { GraphError } from '../graph-error.ts'
import { leadCall } from '../leadgen/answer-lead-call.ts'
import type { LeadStore } from '../leadgen/lead-store.ts'
import { badParameter, unknownObject, unknownPath } from '../problems.ts'
import type { DirectAccount } from './direct-account.ts'
import type { DirectGround } from './direct-ground.ts'
import { accountNode, profileNode } from './direct-nodes.ts'
import { listDirectSubscriptions, subscribeDirect, unsubscribeDirect } from './direct-subscriptions.ts'
import { sendDirect } from './send-direct.ts'
import { speakingAccount } from './speaking-account.ts'
import { uploadAttachment } from './upload-attachment.ts'

export type DirectCallGround = DirectGround & { leads: LeadStore }

type Edge = (ground: DirectGround, account: DirectAccount, call: GraphCall) => unknown

const edges: Record<string, Edge> = {
  'GET ': (_, account, { query }) =>
    pickFields(
      accountNode(account),
      query.get('fields'),
      account.network === 'messenger' ? 'Page' : 'IGUser',
    ),
  'POST messages': (ground, account, call) => sendDirect(ground, account, jsonBody(call), call.origin),
  'POST message_attachments': (ground, account, call) => uploadAttachment(ground, account, call),
  'GET subscribed_apps': (_, account) => listDirectSubscriptions(account),
  'POST subscribed_apps': (_, account, call) => subscribeDirect(account, call),
  'DELETE subscribed_apps': (_, account) => unsubscribeDirect(account),
}

/**
 * Answers a call made with the token of an Instagram account or a Page: on itself (also as `me`), on a person, or on
 * leads and their forms.
 * @throws {GraphError} 100/33 for an object this token cannot see, 2500 for an unknown edge, and what the edge refuses
 */
export async function answerDirectCall(
  ground: DirectCallGround,
  account: DirectAccount,
  call: GraphCall,
): Promise<unknown> {
  try {
    const speaking = account.network === 'messenger' ? speakingAccount(ground, account, call) : account
    return await route(ground, speaking, call.id === account.id ? { ...call, id: speaking.id } : call)
  } catch (error) {
    // 131008 and 131009 are WhatsApp's words for a parameter that is missing or wrong; here every such thing is 100.
    if (!(error instanceof GraphError) || ![131008, 131009].includes(error.problem.code)) throw error
    throw badParameter(error.problem.details ?? error.problem.title)
  }
}

async function route(ground: DirectCallGround, account: DirectAccount, call: GraphCall): Promise<unknown> {
  const key = `${call.method} ${call.edge}`
  if (call.id === 'me' || call.id === account.id) {
    if (key === 'GET leadgen_forms' && account.network === 'messenger')
      return leadCall(ground.leads, account, { ...call, id: account.id })
    const edge = Object.hasOwn(edges, key) ? edges[key] : undefined
    if (!edge) throw unknownPath(`/${call.edge}`)
    return edge(ground, account, call)
  }
  const phone = call.edge === '' && call.method === 'GET' ? ground.book.byUserId(call.id) : undefined
  if (phone) return profileNode(ground.media, account, phone, call.query.get('fields'), call.origin)
  if (account.network === 'messenger' && call.method === 'GET') return leadCall(ground.leads, account, call)
  if (!/^\d+$/.test(call.id)) throw unknownPath(`/${call.id}`)
  throw unknownObject(call.method, call.id)
}
