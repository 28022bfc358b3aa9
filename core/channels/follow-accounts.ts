import type { Database } from '../database/sql.ts'
import type { Logger } from '../log.ts'
import type { Vault } from '../secrets/vault.ts'
import type { Network } from './inbound-item.ts'
import { tokenPlace } from './token-place.ts'

/** An account of any organization that can be used now, with its secret opened. Never log it. */
export interface FollowedAccount {
  externalId: string
  token: string
}

export interface FollowOptions {
  database: Database
  vault: Vault
  network: Network
  /** Begins what an account needs; closed when it is stopped, disconnected, or gets another token. */
  start(account: FollowedAccount): { close(): Promise<void> }
  log: Logger
  everyMs?: number
}

interface Row extends Record<string, unknown> {
  organization_id: string
  id: string
  external_id: string
  sealed_token: Buffer
}

/**
 * Keeps something running for each account of a network that can be used, in all organizations: an account that is
 * connected or renewed has it within seconds, without a restart. While the database is away, what runs goes on.
 */
export function followAccounts(options: FollowOptions): { close(): Promise<void> } {
  const { database, vault, network, start, log, everyMs = 2_000 } = options
  const running = new Map<string, { sealed: Buffer; work?: { close(): Promise<void> } }>()
  let closing = false
  let timer: NodeJS.Timeout | undefined
  let failing = false
  let current: Promise<void> = Promise.resolve()

  const read = () =>
    database.relay<Row>(
      `select organization_id, id, external_id, sealed_token from channel_account
       where network = $1 and state = 'active' and sealed_token is not null`,
      [network],
    )

  const begin = ({
    organization_id: organizationId,
    id,
    external_id: externalId,
    sealed_token: sealed,
  }: Row) => {
    try {
      const token = vault.open(sealed, tokenPlace(organizationId, id))
      return { sealed, work: start({ externalId, token }) }
    } catch (error) {
      // Sealed with another key: tried again when the token is another one.
      log.warn({ err: error, channelAccount: id }, 'a stored token cannot be opened')
      return { sealed }
    }
  }

  const step = async () => {
    try {
      const rows = new Map((await read()).map((row) => [row.id, row]))
      for (const [id, { sealed, work }] of running) {
        if (rows.get(id)?.sealed_token.equals(sealed)) continue
        running.delete(id)
        await work?.close()
      }
      for (const [id, row] of rows) if (!closing && !running.has(id)) running.set(id, begin(row))
      failing = false
    } catch (error) {
      if (!failing) log.warn({ err: error, network }, 'which accounts there are cannot be read at the moment')
      failing = true
    }
    if (!closing) timer = setTimeout(next, everyMs)
  }
  const next = () => {
    current = step()
  }
  next()
  return {
    async close() {
      closing = true
      clearTimeout(timer)
      await current
      await Promise.all([...running.values()].map(({ work }) => work?.close()))
    },
  }
}
