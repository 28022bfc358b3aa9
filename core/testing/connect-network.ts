import type { Network } from '../channels/inbound-item.ts'
import { newId } from '../new-id.ts'
import type { TestCore } from './open-test-core.ts'

/** An account of any network, as if an owner had connected it. */
export async function connectNetwork(
  test: TestCore,
  organizationId: string,
  network: Network,
  externalId = newId(),
): Promise<string> {
  const id = newId()
  await test.rows(
    `insert into channel_account (organization_id, id, network, external_id, name) values ($1, $2, $3, $4, $3)`,
    [organizationId, id, network, externalId],
  )
  return id
}
