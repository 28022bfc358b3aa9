import type { ChannelPort, OutboundMessage, SendingAccount } from '../channels/channel-port.ts'
import type { IdentityClaim, NetworkFailure } from '../channels/inbound-item.ts'
import { tokenPlace } from '../channels/token-place.ts'
import type { Database, Sql } from '../database/sql.ts'
import type { NewEvent } from '../events.ts'
import type { Logger } from '../log.ts'
import { newId } from '../new-id.ts'
import { recordEvents, type Subscriptions } from '../outbox/record-events.ts'
import type { Vault } from '../secrets/vault.ts'
import { createRunner, type Runner, type Store } from '../work/create-runner.ts'
import { type AfterSend, decideAfterSend } from './decide-after-send.ts'
import { applyEarlyStates } from './receive/apply-delivery-states.ts'

export interface SenderOptions {
  database: Database
  channels: readonly ChannelPort[]
  vault: Vault
  subscriptions: Subscriptions
  log: Logger
  onFree: () => void
  onRecorded: () => void
  /** Told how each attempt ended: for metrics. */
  onSent?: (network: string, outcome: string) => void
}

interface Send {
  [column: string]: unknown
  organization_id: string
  message_id: string
  channel_account_id: string
  attempts: number
  lease_token: string
  sending_at: Date | null
  created_at: Date
  now: Date
}

const conversationsAtOnce = 20
/** Longer than any channel port may take (15 s), so that a live sender never loses its lease. */
const leaseSeconds = 60

/**
 * Sends queued messages: to customers at most once, in order within a conversation, many conversations at once.
 *
 * Between the network and our database nothing is atomic, so the order of steps is the promise: the message is marked
 * `sending` in a statement that checks the lease, only then is the network called, and only then the end is written.
 * Whoever finds a message in `sending` whose lease has run out knows that nobody knows: it becomes `unconfirmed` and
 * is not sent again by itself.
 */
export function createSender(options: SenderOptions): Runner {
  const { database, log, onFree } = options
  return createRunner<Send>({
    concurrency: conversationsAtOnce,
    claim: (limit) => claim(database, limit),
    handle: (send, store) => handle(options, send, store),
    onFree,
    onError: (error) =>
      log.warn({ err: error }, 'the end of a send could not be stored; its lease will run out'),
  })
}

/** Claims the first message of each conversation whose channel is not stopped. */
function claim(database: Database, limit: number): Promise<Send[]> {
  return database.transaction({ relay: true }, (sql) =>
    sql.query<Send>(
      `update outbound_send s set attempts = attempts + 1, lease_token = $2,
         lease_until = now() + make_interval(secs => ${leaseSeconds})
       from (
         select c.organization_id, c.message_id from outbound_send c
         join channel_account a on a.organization_id = c.organization_id and a.id = c.channel_account_id
         where c.due_at <= now() and (c.lease_until is null or c.lease_until < now()) and a.state = 'active'
           and not exists (select 1 from outbound_send earlier where earlier.conversation_id = c.conversation_id
             and earlier.id < c.id)
         order by c.id limit $1 for update of c skip locked) first
       where s.organization_id = first.organization_id and s.message_id = first.message_id
       returning s.organization_id, s.message_id, s.channel_account_id, s.attempts, s.lease_token, s.sending_at,
         s.created_at, now() as now`,
      [limit, newId()],
    ),
  )
}

async function handle(options: SenderOptions, send: Send, store: Store): Promise<void> {
  const began = performance.now()
  if (send.sending_at) {
    // An earlier lease ran out after `sending`: the process that held it died or hung around the call.
    const failure = { code: 'interrupted', title: 'The program was interrupted while it sent this message.' }
    return store(() => finish(options, send, { next: 'unconfirmed', failure }))
  }
  const prepared = await store(() => prepare(options, send))
  if (!prepared) return
  const { port, account, message } = prepared
  const outcome = await port.send(account, message)
  const waitedMs = send.now.getTime() - send.created_at.getTime()
  const after = decideAfterSend(outcome, send.attempts, waitedMs, Math.random())
  options.onSent?.(port.network, outcome.outcome)
  options.log.info(
    {
      send: message.id,
      network: port.network,
      organization: send.organization_id,
      outcome: outcome.outcome,
      code: 'failure' in outcome ? outcome.failure.code : undefined,
      attempt: send.attempts,
      ms: Math.round(performance.now() - began),
    },
    'a message was sent or not',
  )
  await store(() => finish(options, send, after))
}

interface Prepared {
  port: ChannelPort
  account: SendingAccount
  message: OutboundMessage
}

/** Marks the message as sending, under the lease, and collects what the port needs. Undefined: the lease is lost. */
async function prepare(
  { database, channels, vault }: SenderOptions,
  send: Send,
): Promise<Prepared | undefined> {
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
    if (!port || !row.sealed_token) throw new Error(`No ${row.network} channel is set up here to send with.`)
    return {
      port,
      account: {
        externalId: row.external_id,
        token: vault.open(row.sealed_token, tokenPlace(send.organization_id, send.channel_account_id)),
      },
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

/** Writes how it ended, with the events that tell of it. A sender that lost its lease changes the queue no more. */
async function finish(options: SenderOptions, send: Send, after: AfterSend): Promise<void> {
  const { database, subscriptions, onRecorded } = options
  const recorded = await database.transaction({ organizationId: send.organization_id }, async (sql) => {
    const events = await writeEnd(sql, send, after)
    await recordEvents(sql, send.organization_id, subscriptions, events)
    return events.length > 0
  })
  if (recorded) onRecorded()
}

async function writeEnd(sql: Sql, send: Send, after: AfterSend): Promise<NewEvent[]> {
  const key = [send.organization_id, send.message_id]
  if (after.next === 'again') {
    const mine = await sql.query(
      `update outbound_send set sending_at = null, lease_token = null, lease_until = null,
         due_at = now() + make_interval(secs => $4)
       where organization_id = $1 and message_id = $2 and lease_token = $3 returning message_id`,
      [...key, send.lease_token, after.afterMs / 1000],
    )
    // Another sender has the message by now: its state is for that one to write.
    if (mine.length === 0) return []
    await sql.query(
      `update message set status = 'queued', failure = $3
       where organization_id = $1 and id = $2 and status = 'sending'`,
      [...key, JSON.stringify(after.failure)],
    )
    return after.stopChannel ? stopChannel(sql, send, after.failure) : []
  }
  await sql.query(
    'delete from outbound_send where organization_id = $1 and message_id = $2 and lease_token = $3',
    [...key, send.lease_token],
  )
  const externalId = after.next === 'sent' ? after.externalId : null
  const failure = after.next === 'sent' ? null : after.failure
  // A delivery state may have moved the message up before this answer was written: it is not moved back.
  const [moved] = await sql.query<{ lead_id: string; from: string }>(
    `update message m set external_id = coalesce(m.external_id, $3), failure = case when $4 = 'sent' then null
         else $5::jsonb end,
       status = case when old.status in ('queued', 'sending', 'unconfirmed') then $4 else old.status end,
       sent_at = case when $4 = 'sent' then now() else m.sent_at end
     from (select status from message where organization_id = $1 and id = $2 for update) old
     where m.organization_id = $1 and m.id = $2
       and (old.status in ('queued', 'sending', 'unconfirmed') or $4 = 'sent')
     returning m.lead_id, old.status as from`,
    [...key, externalId, after.next, failure ? JSON.stringify(failure) : null],
  )
  const early = externalId ? await applyEarlyStates(sql, send.organization_id, [externalId]) : []
  if (!moved || !['queued', 'sending', 'unconfirmed'].includes(moved.from)) return early
  const own: NewEvent = {
    type: 'message.delivery-changed',
    data: {
      leadId: moved.lead_id,
      messageId: send.message_id,
      status: after.next,
      ...(failure ? { failure } : {}),
    },
    lane: moved.lead_id,
  }
  return [own, ...early]
}

async function stopChannel(sql: Sql, send: Send, failure: NetworkFailure): Promise<NewEvent[]> {
  const stopped = await sql.query(
    `update channel_account set state = 'stopped', stopped_at = now(), stopped_reason = $3
     where organization_id = $1 and id = $2 and state = 'active' returning id`,
    [send.organization_id, send.channel_account_id, JSON.stringify(failure)],
  )
  if (stopped.length === 0) return []
  return [
    {
      type: 'channel.stopped',
      data: { channelAccountId: send.channel_account_id, failure },
      lane: send.channel_account_id,
    },
  ]
}
