import type { Asked, FoundAccount, GivenAccess } from '#core/channels/channel-port.ts'
import type { GraphClient } from '../graph-client.ts'
import { warningsOf } from '../warnings-of.ts'
import { findPages } from './find-pages.ts'

/**
 * The Pages that a token opens, as accounts.
 *
 * @param wanted permissions without which the work cannot be done, and the secret of our app
 */
export async function identifyPage(
  graph: GraphClient,
  { token }: GivenAccess,
  wanted: Parameters<typeof warningsOf>[2],
): Promise<Asked<FoundAccount[]>> {
  const pages = await findPages(graph, token)
  if (pages.outcome !== 'found') return pages
  const warnings = await warningsOf(graph, token, wanted)
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
