import type { Asked, FoundAccount, GivenAccess } from '#core/channels/channel-port.ts'
import { textAt } from '../meta/loose-json.ts'
import type { LinkedinClient } from './linkedin-client.ts'
import { leadTypesOf, ownerOf } from './owner.ts'

/**
 * Whether a token may see the leads of the company page or ad account in `externalId`
 * (`organization:123`, `sponsoredAccount:456`): LinkedIn says so of nobody else's.
 */
export async function identifyLinkedin(
  client: LinkedinClient,
  { token, externalId, settings }: GivenAccess,
): Promise<Asked<FoundAccount[]>> {
  const [kind, id] = externalId?.split(':') ?? []
  if (externalId === undefined || !id || (kind !== 'organization' && kind !== 'sponsoredAccount')) {
    const title = 'The id of the company page or of the ad account is missing'
    return { outcome: 'gone', failure: { code: 'no-account-id', title } }
  }
  const [leadType = 'SPONSORED'] = leadTypesOf(externalId)
  const query = `q=criteria&owner=${ownerOf(externalId)}&leadType=${leadType}`
  const seen = await client.get(`leadNotifications?${query}`, token)
  if (seen.outcome !== 'found') return seen
  // A name wants a permission of its own; without it the id will do.
  const node = await client.get(`${kind === 'organization' ? 'organizations' : 'adAccounts'}/${id}`, token)
  const told =
    node.outcome === 'found' ? (textAt(node.value, 'localizedName') ?? textAt(node.value, 'name')) : undefined
  const name = told ?? `LinkedIn ${id}`
  return {
    outcome: 'found',
    value: [{ externalId, name, token, settings, facts: { displayName: name }, warnings: [] }],
  }
}
