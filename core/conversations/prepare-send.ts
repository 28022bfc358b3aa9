import type { ChannelPort, OutboundMessage, UsedAccount } from '../channels/channel-port.ts'
import type { IdentityClaim, NetworkFailure } from '../channels/inbound-item.ts'
import { openTokenOf } from '../channels/open-account.ts'
import type { Database, Sql } from '../database/sql.ts'
import type { Vault } from '../secrets/vault.ts'
import type { Send } from './claim-sends.ts'
import { gatherAlbum } from './gather-album.ts'
import { type FileHands, loadContent } from './load-content.ts'
import type { StoredContent } from './stored-content.ts'

export interface PrepareOptions {
  database: Database
  channels: readonly ChannelPort[]
  vault: Vault
  files: FileHands
}

/** What a channel port needs to send one message. */
export interface Prepared {
  port: ChannelPort
  account: UsedAccount
  message: OutboundMessage
}

/** Why nothing can be sent with a channel account until a person has mended it. */
export interface Unusable {
  unusable: NetworkFailure
}

/** Why this message cannot be sent at all. */
export interface Refused {
  port: ChannelPort
  refused: NetworkFailure
}

/** A message that is marked as sending, with what came of its preparing. */
export interface Ready {
  send: Send
  prepared: Prepared | Unusable | Refused
}

interface Row {
  [column: string]: unknown
  body: string | null
  content: StoredContent | null
  within: OutboundMessage['within'] | null
  reply_to: string | null
  network: string
  external_id: string
  settings: Record<string, string>
  sealed_token: Buffer | null
  identities: IdentityClaim[] | null
}

/**
 * Marks the message as sending, under the lease, and collects what the port needs; of an album all parts that go out with
 * it, in one transaction, so that none of them is marked without the others. None: the lease is lost.
 */
export async function prepareSend(options: PrepareOptions, send: Send): Promise<Ready[]> {
  return options.database.transaction({ organizationId: send.organization_id }, async (sql) => {
    const sends = send.album === null ? [send] : await gatherAlbum(sql, options.channels, send)
    const ready: Ready[] = []
    for (const part of sends) {
      const prepared = await prepareOne(sql, options, part)
      if (prepared) ready.push({ send: part, prepared })
    }
    return ready
  })
}

/**
 * It goes to whom the person was when he last wrote, and to no address that he only claimed, unless it is all there is:
 * then the conversation was begun with it.
 */
async function prepareOne(
  sql: Sql,
  { channels, vault, files }: PrepareOptions,
  send: Send,
): Promise<Prepared | Unusable | Refused | undefined> {
  const { organization_id: organizationId, channel_account_id: channelAccountId } = send
  const row = await markSending(sql, send)
  if (!row) return undefined
  const port = channels.find(({ network }) => network === row.network)
  if (!port) return { unusable: { code: 'no-port', title: `This version cannot send on ${row.network}.` } }
  const { settings, sealed_token: sealed } = row
  const token = await openTokenOf(sql, vault, { organizationId, channelAccountId, sealed, settings })
  if (token === undefined) {
    const title = 'The stored token cannot be opened with ENCRYPTION_KEY.'
    return { unusable: { code: 'token-unreadable', title } }
  }
  const { body, content: stored } = row
  const content = await loadContent(sql, files, { organizationId, channelAccountId, body, content: stored })
  if ('refused' in content) return { port, refused: content.refused }
  return {
    port,
    account: { externalId: row.external_id, token, settings: row.settings },
    message: {
      id: send.message_id,
      content,
      recipient: (row.identities ?? []).map(({ kind, value, address, claimed }) => ({
        kind,
        value,
        ...(address ? { address } : {}),
        ...(claimed ? { claimed } : {}),
      })),
      within: row.within ?? 'window',
      ...(row.reply_to ? { replyTo: row.reply_to } : {}),
    },
  }
}

async function markSending(sql: Sql, send: Send): Promise<Row | undefined> {
  const [row] = await sql.query<Row>(
    `with lease as (
       update outbound_send set sending_at = now()
       where organization_id = $1 and message_id = $2 and lease_token = $3 and lease_until > now()
       returning message_id
     ), marked as (
       update message m set status = 'sending' from lease
       where m.organization_id = $1 and m.id = lease.message_id and m.status in ('queued', 'sending')
       returning m.id, m.body, m.content, m.within, m.reply_to_external_id, m.conversation_id
     )
     select marked.body, marked.content, marked.within, marked.reply_to_external_id as reply_to, a.network,
       a.external_id, a.settings, a.sealed_token,
       (select json_agg(json_build_object('kind', i.kind, 'value', i.value, 'address', i.address,
            'claimed', i.claimed)
          order by i.id = c.identity_id desc, i.kind = 'phone' desc, i.valid_from desc)
        from contact_identity i where i.organization_id = $1 and i.thread_id = c.thread_id
          and i.valid_until is null and (not i.claimed or i.id = c.identity_id)) as identities
     from marked
     join conversation c on c.organization_id = $1 and c.id = marked.conversation_id
     join channel_account a on a.organization_id = $1 and a.id = c.channel_account_id`,
    [send.organization_id, send.message_id, send.lease_token],
  )
  return row
}
