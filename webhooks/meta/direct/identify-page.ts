import type { Asked, FoundAccount, GivenAccess } from '#core/channels/channel-port.ts'
import type { GraphClient } from '../graph-client.ts'
import { inspectToken, missingScopes } from '../inspect-token.ts'
import { findPages } from './find-pages.ts'

/** The Pages that a token opens, as accounts. @param needed permissions without which the work cannot be done */
export async function identifyPage(
  graph: GraphClient,
  { token }: GivenAccess,
  needed: readonly string[],
): Promise<Asked<FoundAccount[]>> {
  const pages = await findPages(graph, token)
  if (pages.outcome !== 'found') return pages
  const warnings = missingScopes(await inspectToken(graph, token), needed)
  const value = pages.value.map(({ id, name, token: own }) => ({
    externalId: id,
    name,
    token: own,
    settings: {},
    facts: { displayName: name },
    warnings,
  }))
  return { outcome: 'found', value }
}
