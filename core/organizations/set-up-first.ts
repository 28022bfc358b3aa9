import type { Database } from '../database/sql.ts'
import type { Desk } from '../desk.ts'
import { findFirstOrganization } from './find-first-organization.ts'

/** What the environment says of the first organization. */
export interface FirstOrganization {
  name: string
  /** IANA name; only a new organization takes it. */
  timeZone: string
  owner: { telegramUserId: number; name: string } | undefined
  channels: {
    network: string
    externalId: string
    name: string
    token: string
    settings: Record<string, string>
  }[]
}

/**
 * Makes the organization that the environment's settings describe, or brings it up to them. Two processes that start
 * at once on an empty database make one: they wait for each other.
 *
 * @returns the organization and its channel accounts, in the order given
 */
export async function setUpFirst(
  database: Database,
  desk: Desk,
  wanted: FirstOrganization,
): Promise<{ organizationId: string; channelAccountIds: string[] }> {
  return database.transaction({}, async (sql) => {
    await sql.query(`select pg_advisory_xact_lock(hashtext('parley first organization'))`)
    const organizationId = await findFirstOrganization(database)
    const actor = { kind: 'system', organizationId, name: 'start' } as const
    await desk.perform(actor, 'setUpOrganization', {
      name: wanted.name,
      timeZone: wanted.timeZone,
      ...(wanted.owner ? { owner: wanted.owner } : {}),
    })
    const channelAccountIds: string[] = []
    for (const channel of wanted.channels) {
      channelAccountIds.push(await desk.perform(actor, 'connectChannel', channel))
    }
    return { organizationId, channelAccountIds }
  })
}
