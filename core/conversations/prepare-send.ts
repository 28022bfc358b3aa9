import type { ChannelPort, OutboundMessage, SendingAccount } from '../channels/channel-port.ts'
import type { IdentityClaim, NetworkFailure } from '../channels/inbound-item.ts'
import { tokenPlace } from '../channels/token-place.ts'
import type { Database } from '../database/sql.ts'
import type { Vault } from '../secrets/vault.ts'
import type { Send } from './claim-sends.ts'

export interface PrepareOptions {
  database: Database
  channels: readonly ChannelPort[]
  vault: Vault
}

/** What a channel port needs to send one message. */
export interface Prepared {
  port: ChannelPort
  account: SendingAccount
  message: OutboundMessage
}

/** Why nothing can be sent with a channel account until a person has mended it. */
export interface Unusable {
  unusable: NetworkFailure
}

/** Marks the message as sending, under the lease, and collects what the port needs. Undefined: the lease is lost. */
export async function prepareSend(
  { database, channels, vault }: PrepareOptions,
  send: Send,
): Promise<Prepared | Unusable | undefined> {
  return database.transaction({ organizationId: send.organization_id }, async (sql) => {
    const [row] = await sql.query<{
      body: string
      reply_to: string | null
      network: string
      external_id: string
      sealed_token: Buffer | null
      identities: IdentityClaim[] | null
    }>(
      `with lease as (
         update outbound_send set sending_at = now()
         where organization_id = $1 and message_id = $2 and lease_token = $3 and lease_until > now()
         returning message_id
       ), marked as (
         update message m set status = 'sending' from lease
         where m.organization_id = $1 and m.id = lease.message_id and m.status in ('queued', 'sending')
         returning m.id, m.body, m.reply_to_external_id, m.conversation_id
       )
       select marked.body, marked.reply_to_external_id as reply_to, a.network, a.external_id, a.sealed_token,
         (select json_agg(json_build_object('kind', i.kind, 'value', i.value, 'address', i.address)
            order by i.kind = 'phone' desc, i.valid_from desc)
          from contact_identity i where i.organization_id = $1 and i.contact_id = c.contact_id
            and i.valid_until is null) as identities
       from marked
       join conversation c on c.organization_id = $1 and c.id = marked.conversation_id
       join channel_account a on a.organization_id = $1 and a.id = c.channel_account_id`,
      [send.organization_id, send.message_id, send.lease_token],
    )
    if (!row) return undefined
    const port = channels.find(({ network }) => network === row.network)
    if (!port) return { unusable: { code: 'no-port', title: `This version cannot send on ${row.network}.` } }
    const token = openToken(
      vault,
      row.sealed_token,
      tokenPlace(send.organization_id, send.channel_account_id),
    )
    if (token === undefined) {
      const title = 'The stored token cannot be opened with ENCRYPTION_KEY.'
      return { unusable: { code: 'token-unreadable', title } }
    }
    return {
      port,
      account: { externalId: row.external_id, token },
      message: {
        id: send.message_id,
        kind: 'text',
        body: row.body,
        recipient: (row.identities ?? []).map(({ kind, value, address }) => ({
          kind,
          value,
          ...(address ? { address } : {}),
        })),
        ...(row.reply_to ? { replyTo: row.reply_to } : {}),
      },
    }
  })
}

function openToken(vault: Vault, sealed: Buffer | null, place: string): string | undefined {
  if (!sealed) return undefined
  try {
    return vault.open(sealed, place)
  } catch {
    // Another key, or a changed row: whatever it was, the answer is the same, and the token itself is in no message.
    return undefined
  }
}
