import type { AccountCheck, Asked } from '#core/channels/channel-port.ts'
import { dropUndefined } from '../drop-undefined.ts'
import type { GraphClient } from '../graph-client.ts'
import { inspectToken } from '../inspect-token.ts'
import { textAt } from '../loose-json.ts'
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
  const { expiresAt, appId } = await inspectToken(graph, token)
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
