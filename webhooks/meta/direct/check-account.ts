import type { AccountCheck, Asked } from '#core/channels/channel-port.ts'
import { dropUndefined } from '../drop-undefined.ts'
import type { GraphClient } from '../graph-client.ts'
import { recordAt, textAt } from '../loose-json.ts'
import { readTime } from '../read-time.ts'
import { sortAsked } from '../sort-asked.ts'
import { mendSubscription, type WantedFields } from './mend-subscription.ts'

export interface CheckedNode {
  /** Of the account: its id, or `me`. */
  node: string
  token: string
  /** What the node tells of itself: `name,username`. */
  fields: string
  wanted: WantedFields
}

/**
 * Looks after an Instagram account or a Page: whether its token works and until when, what it is called, and whether its
 * webhooks come to us, which is mended where it is not so.
 */
export async function checkAccount(graph: GraphClient, checked: CheckedNode): Promise<Asked<AccountCheck>> {
  const { node, token, fields, wanted } = checked
  const named = await graph.get(encodeURIComponent(node), token, { fields })
  if (named.kind !== 'answered') {
    const sorted = sortAsked(named)
    // An account that its own token does not show is not gone: the token belongs to another one.
    if (sorted.outcome !== 'gone') return sorted
    const danger = { ...sorted.failure, code: 'token-of-another' }
    return { outcome: 'found', value: { subscription: 'unknown', facts: {}, dangers: [danger] } }
  }
  const { expiresAt, appId } = await askToken(graph, token)
  const subscription = await mendSubscription(graph, { node, token, wanted, appId })
  const value = dropUndefined({
    tokenExpiresAt: expiresAt,
    subscription: subscription.state,
    facts: dropUndefined({
      displayName: textAt(named.body, 'name'),
      username: textAt(named.body, 'username'),
    }),
    dangers: subscription.danger === undefined ? [] : [subscription.danger],
  })
  return { outcome: 'found', value }
}

/** Meta shows a token's end to some tokens only: nothing is wrong where it does not. */
async function askToken(graph: GraphClient, token: string): Promise<{ expiresAt?: Date; appId?: string }> {
  const answer = await graph.get('debug_token', token, { input_token: token })
  const data = answer.kind === 'answered' ? recordAt(answer.body, 'data') : undefined
  if (data === undefined) return {}
  // Far in the future is what the end of a token is: the reader of events would not believe it.
  const end = readTime(data.expires_at, new Date(8e12))
  return dropUndefined({ expiresAt: 'unreadable' in end ? undefined : end.at, appId: textAt(data, 'app_id') })
}
