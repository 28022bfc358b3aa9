import { z } from 'zod'
import { defineQuery } from '../command.ts'
import { canReadLeads } from '../policy.ts'

interface ChannelHealth {
  [column: string]: unknown
  id: string
  network: string
  externalId: string
  name: string
  state: 'active' | 'stopped'
  stoppedAt: Date | null
  stoppedReason: { code: string; title: string; detail?: string } | null
  dangers: Record<string, { title: string; detail?: string; since: string }>
  /** What the network says of the account in plain words: quality, limit, displayName, … */
  facts: Record<string, unknown>
  checkedAt: Date | null
  tokenExpiresAt: Date | null
  subscription: 'subscribed' | 'mended' | 'missing' | 'unknown' | null
  lastInboundAt: Date | null
  lastOutboundAt: Date | null
  /** Of the last 24 hours: how many messages ended, and how many of them failed. */
  ended: number
  failed: number
  /** Messages that wait to be sent. */
  waiting: number
  /** Leads that the network named and then would not hand over. */
  lostLeads: number
}

/** Every channel of the organization with its health, without tokens; the ones in trouble first. */
export const listChannels = defineQuery({
  input: z.object({ channelAccountId: z.uuid().optional() }),
  allowed: canReadLeads,
  async run({ sql, organizationId }, { channelAccountId }) {
    return sql.query<ChannelHealth>(
      `select a.id, a.network, a.external_id as "externalId", a.name, a.state, a.stopped_at as "stoppedAt",
         a.stopped_reason as "stoppedReason", a.dangers, a.facts, a.checked_at as "checkedAt",
         a.token_expires_at as "tokenExpiresAt", a.subscription,
         (select max(c.last_inbound_at) from conversation c
          where c.organization_id = $1 and c.channel_account_id = a.id) as "lastInboundAt",
         (select m.created_at from message m where m.organization_id = $1 and m.channel_account_id = a.id
          and m.direction = 'outbound' order by m.created_at desc limit 1) as "lastOutboundAt",
         sent.ended, sent.failed,
         (select count(*)::int from outbound_send s where s.organization_id = $1 and s.channel_account_id = a.id)
           as waiting,
         (select count(*)::int from network_task t where t.organization_id = $1 and t.channel_account_id = a.id
            and t.kind = 'lead' and t.state = 'dead') as "lostLeads"
       from channel_account a
       cross join lateral (
         select count(*) filter (where m.status in ('sent', 'delivered', 'read', 'failed'))::int as ended,
           count(*) filter (where m.status = 'failed')::int as failed
         from message m where m.organization_id = $1 and m.channel_account_id = a.id and m.direction = 'outbound'
           and m.created_at > now() - interval '24 hours') sent
       where a.organization_id = $1 and ($2::uuid is null or a.id = $2)
       order by (a.state = 'stopped') desc, (a.dangers <> '{}') desc, a.created_at, a.id`,
      [organizationId, channelAccountId ?? null],
    )
  },
})
