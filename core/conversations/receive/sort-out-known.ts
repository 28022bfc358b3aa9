import type { InboundMessage } from '../../channels/inbound-item.ts'
import { kept } from '../../database/kept-plans.ts'
import type { Sql } from '../../database/sql.ts'
import { decideWeight } from './decide-weight.ts'
import { awaitsContent, type Filling } from './fill-placeholders.ts'
import { joinTwice } from './join-twice.ts'
import type { Addressed } from './receive-messages.ts'

/** A batch of messages beside what is stored already. */
export interface SortedOut {
  /** Those that are not stored, each once. */
  fresh: Addressed<InboundMessage>[]
  /** Of the fresh ones: those of which a change came before they did. */
  changedEarly: Addressed<InboundMessage>[]
  /** Ids of stored messages that an import brought, and that now come as news of the customer. */
  imported: string[]
  /** The content of messages that are stored without it, each once. */
  filling: Filling[]
}

/** Looks a batch up by the networks' own ids, in one statement. */
export async function sortOutKnown(
  sql: Sql,
  organizationId: string,
  messages: Addressed<InboundMessage>[],
): Promise<SortedOut> {
  const rows = await sql.query<{
    account_id: string
    external_id: string
    id: string | null
    imported: boolean | null
    awaiting: boolean | null
    changed: boolean
  }>(
    kept(`select w.account_id, w.external_id, m.id, m.imported, m.awaiting, e.changed
     from unnest($2::uuid[], $3::text[]) as w(account_id, external_id)
     left join lateral (select id, source = 'history' and direction = 'inbound' as imported,
         ${awaitsContent('k')} as awaiting from message k
       where organization_id = $1 and channel_account_id = w.account_id and external_id = w.external_id limit 1) m
       on true
     cross join lateral (select exists (select from early_change where organization_id = $1
       and channel_account_id = w.account_id and external_id = w.external_id) as changed) e
     where m.id is not null or e.changed`),
    [organizationId, messages.map(({ accountId }) => accountId), messages.map(({ item }) => item.externalId)],
  )
  const known = new Map(rows.map((row) => [`${row.account_id}/${row.external_id}`, row]))
  const seen = new Map<string, Addressed<InboundMessage>>()
  const imported = new Set<string>()
  const filling = new Map<string, Filling>()
  const fresh: Addressed<InboundMessage>[] = []
  const changedEarly: Addressed<InboundMessage>[] = []
  for (const message of messages) {
    const { accountId, item } = message
    const key = `${accountId}/${item.externalId}`
    const row = known.get(key)
    if (row?.id) {
      const isNews = !item.history && !item.echo && decideWeight(item) === 'word'
      if (row.imported && isNews) imported.add(row.id)
      if (row.awaiting && item.kind !== 'unsupported') filling.set(row.id, { ...message, id: row.id })
      continue
    }
    const other = seen.get(key)
    if (other) {
      other.item = joinTwice(other.item, item)
      continue
    }
    const own = { ...message }
    seen.set(key, own)
    fresh.push(own)
    if (row?.changed) changedEarly.push(own)
  }
  return { fresh, changedEarly, imported: [...imported], filling: [...filling.values()] }
}
