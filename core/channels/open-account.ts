import type { Sql } from '../database/sql.ts'
import type { Vault } from '../secrets/vault.ts'
import type { UsedAccount } from './channel-port.ts'
import type { NetworkFailure } from './inbound-item.ts'
import { tokenPlace } from './token-place.ts'

/** A channel account with its secret opened, or why it cannot be used. */
export type OpenedAccount =
  | { network: string; state: 'active' | 'stopped'; createdAt: Date; account: UsedAccount }
  | { network: string; state: 'active' | 'stopped'; unusable: NetworkFailure }

/** Reads a channel account of the transaction's organization. Undefined: there is none of that id. */
export async function openAccount(
  sql: Sql,
  vault: Vault,
  organizationId: string,
  channelAccountId: string,
): Promise<OpenedAccount | undefined> {
  const [row] = await sql.query<{
    network: string
    external_id: string
    state: 'active' | 'stopped'
    sealed_token: Buffer | null
    settings: Record<string, string>
    created_at: Date
  }>(
    `select network, external_id, state, sealed_token, settings, created_at from channel_account
     where organization_id = $1 and id = $2`,
    [organizationId, channelAccountId],
  )
  if (!row) return undefined
  const place = { organizationId, channelAccountId, sealed: row.sealed_token, settings: row.settings }
  const token = await openTokenOf(sql, vault, place)
  if (token === undefined) {
    const title = 'The stored token cannot be opened with ENCRYPTION_KEY.'
    return { network: row.network, state: row.state, unusable: { code: 'token-unreadable', title } }
  }
  const account = { externalId: row.external_id, token, settings: row.settings }
  return { network: row.network, state: row.state, createdAt: row.created_at, account }
}

/** Where an account's secret is: its own, or, for an owner's account, that of the bot in its settings' `via`. */
export interface SealedAt {
  organizationId: string
  channelAccountId: string
  sealed: Buffer | null
  settings: Record<string, string>
}

/** Opens the secret with which an account is used; undefined where there is none that opens. */
export async function openTokenOf(sql: Sql, vault: Vault, at: SealedAt): Promise<string | undefined> {
  const { organizationId, channelAccountId, sealed, settings } = at
  if (sealed || !settings.via) return openToken(vault, sealed, tokenPlace(organizationId, channelAccountId))
  const [bot] = await sql.query<{ id: string; sealed_token: Buffer | null }>(
    `select id, sealed_token from channel_account
     where organization_id = $1 and network = 'telegram' and external_id = $2`,
    [organizationId, settings.via],
  )
  return bot && openToken(vault, bot.sealed_token, tokenPlace(organizationId, bot.id))
}

/**
 * Opens a sealed token. Undefined for another key, a changed row, or none: whatever it was, the answer is the same, and
 * the token itself is in no message.
 */
function openToken(vault: Vault, sealed: Buffer | null, place: string): string | undefined {
  if (!sealed) return undefined
  try {
    return vault.open(sealed, place)
  } catch {
    return undefined
  }
}
