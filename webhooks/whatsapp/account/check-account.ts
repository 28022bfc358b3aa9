import type { AccountCheck, Asked, UsedAccount } from '#core/channels/channel-port.ts'
import type { GraphClient } from '../../meta/graph-client.ts'
import { sortAsked } from '../../meta/sort-asked.ts'
import { checkHealth } from './check-health.ts'
import { checkSubscription } from './check-subscription.ts'
import { checkToken } from './check-token.ts'
import { askLimit, askOptional, factFields, readFacts } from './read-facts.ts'

/**
 * Looks after a number: how Meta rates it, whether it can send at all, how long the token lives, and whether its events
 * are delivered to us. Only the first answer is needed; whatever else Meta does not tell stays unknown.
 */
export async function checkAccount(graph: GraphClient, account: UsedAccount): Promise<Asked<AccountCheck>> {
  const path = encodeURIComponent(account.externalId)
  const answer = await graph.get(path, account.token, { fields: factFields })
  if (answer.kind !== 'answered') return sortAsked(answer)

  const health = checkHealth(await askOptional(graph, account, 'health_status'))
  if ('outcome' in health) return health
  const token = await checkToken(graph, account)
  const { facts, dangers } = readFacts(answer.body)
  const limit = await askLimit(graph, account)
  const shared = await askOptional(graph, account, 'is_on_biz_app')
  return {
    outcome: 'found',
    value: {
      ...(token.expiresAt === undefined ? {} : { tokenExpiresAt: token.expiresAt }),
      subscription: await checkSubscription(graph, account, token.appId),
      facts: {
        ...facts,
        ...(limit === undefined ? {} : { limit }),
        ...(typeof shared === 'boolean' ? { coexistence: String(shared) } : {}),
      },
      dangers: [...dangers, ...health.dangers, ...token.dangers],
    },
  }
}
