import type { Database } from '../database/sql.ts'
import type { Network } from './inbound-item.ts'

/** A connected account, as the doors that strangers knock at need it. */
export interface ListedAccount {
  organizationId: string
  externalId: string
  settings: Record<string, string>
}

export interface AccountDirectory {
  /**
   * @returns undefined where nobody has connected this account, or somebody has stopped or removed it
   * @throws when the database cannot be asked and the account is not known from before
   */
  find(network: Network, externalId: string): Promise<ListedAccount | undefined>
}

/** A new account is let in at the first knock; an unknown one makes us look at most once a second, however many knock. */
const missMs = 1_000
/** How long a changed or removed account is still seen as it was. */
const staleMs = 5_000

/** The connected accounts of some networks, kept in memory: a flood of guesses costs no query each. */
export function createDirectory(
  database: Database,
  networks: readonly Network[],
  now = () => Date.now(),
): AccountDirectory {
  let accounts = new Map<string, ListedAccount>()
  let readAt = Number.NEGATIVE_INFINITY
  let reading: Promise<void> | undefined

  const read = async () => {
    const startedAt = now()
    const rows = await database.transaction({ relay: true }, (sql) =>
      sql.query<{
        organization_id: string
        network: string
        external_id: string
        settings: Record<string, string>
      }>(
        `select organization_id, network, external_id, settings from channel_account where network = any($1) and state = 'active'`,
        [networks],
      ),
    )
    accounts = new Map(
      rows.map((row) => [
        `${row.network}/${row.external_id}`,
        { organizationId: row.organization_id, externalId: row.external_id, settings: row.settings },
      ]),
    )
    readAt = startedAt
  }
  const readOnce = () => {
    reading ??= read().finally(() => {
      reading = undefined
    })
    return reading
  }

  return {
    async find(network, externalId) {
      const key = `${network}/${externalId}`
      const age = now() - readAt
      const known = accounts.get(key)
      if (known && age < staleMs) return known
      if (!known && age < missMs) return undefined
      await readOnce().catch((error: unknown) => {
        // While the database is away, whoever was known is known: his call is then refused as not kept.
        if (!known) throw error
      })
      return accounts.get(key)
    },
  }
}
