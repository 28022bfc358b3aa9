import { MetAnother } from '../contacts/met-another.ts'
import { findAccounts } from '../conversations/receive/accounts.ts'
import type { ScopedSql, Sql } from '../database/sql.ts'
import type { NewEvent } from '../events.ts'
import type { Aside } from '../inbox/put-aside.ts'
import type { ReadItem } from '../inbox/sort-items.ts'
import { newId } from '../new-id.ts'
import { putTasks } from '../tasks/put-tasks.ts'
import { connectionsOf } from './connection-key.ts'
import { decideAccount, type StoredAccount } from './decide-account.ts'
import type { AccountState, Network } from './inbound-item.ts'

/** What became of the accounts that a batch speaks of. */
export interface SettledAccounts {
  /** By organization. */
  events: Map<string, NewEvent[]>
  aside: Aside[]
  /** Accounts that are connected by this batch: what came for them before can be taken up. */
  connected: { network: Network; account: string }[]
}

type Said = ReadItem<AccountState>

/**
 * Keeps what networks say of accounts of a business, in a fixed number of statements for each organization: settings,
 * stopped or usable. An account that is not connected here yet becomes one of the organization that has its parent. No
 * account ever moves to another organization: whoever says so is put aside.
 *
 * @throws MetAnother when another transaction connected one of them meanwhile: try the whole batch again
 */
export async function settleAccounts(sql: ScopedSql, items: ReadItem[]): Promise<SettledAccounts> {
  const settled: SettledAccounts = { events: new Map(), aside: [], connected: [] }
  const said = items.filter((entry): entry is Said => entry.item.type === 'account-state')
  if (said.length === 0) return settled
  await sql.enter({ relay: true })
  const find = await findAccounts(sql, said)
  const byOrganization = new Map<string, Said[]>()
  for (const entry of said) {
    const { item, eventId } = entry
    const own = find(item.network, item.account)
    const parent = item.parent && find(item.parent.network, item.parent.account)
    const organizationId = (own ?? parent)?.organizationId
    const base = { eventId, path: '', item }
    if (!organizationId) {
      const awaits = item.parent ?? { network: item.network, account: item.account }
      const reason = 'nobody here has connected this account'
      settled.aside.push({ ...base, organizationId: null, reason, awaits })
    } else if (own && parent && own.organizationId !== parent.organizationId) {
      const reason = 'this account belongs to another organization'
      settled.aside.push({ ...base, organizationId: parent.organizationId, reason })
    } else {
      byOrganization.set(organizationId, [...(byOrganization.get(organizationId) ?? []), entry])
    }
  }
  for (const [organizationId, entries] of byOrganization) {
    await sql.enter({ organizationId })
    const unknown = entries.map(({ item }) => item).filter((item) => !find(item.network, item.account))
    const strangers = await findStrangers(sql, organizationId, unknown)
    const isStranger = (item: AccountState) => strangers.has(item.account)
    const turnedAway = entries.filter(({ item }) => isStranger(item))
    settled.aside.push(
      ...turnedAway.map(({ item, eventId }) => ({
        eventId,
        path: '',
        item,
        organizationId,
        reason: notALeader,
      })),
    )
    const states = entries.map(({ item }) => item).filter((item) => !isStranger(item))
    const fresh = unknown.filter((item) => !isStranger(item))
    await connect(sql, organizationId, fresh)
    settled.connected.push(...fresh, ...connectionsIn(states))
    settled.events.set(organizationId, await settle(sql, organizationId, states))
  }
  return settled
}

const notALeader = 'an own account is connected by an owner or admin of the desk, and this person is neither'

/**
 * Accounts of people who may not connect them. Anybody can add a public bot to his own account; taken for the business's,
 * all his private chats would become leads.
 */
async function findStrangers(sql: Sql, organizationId: string, items: AccountState[]): Promise<Set<string>> {
  const own = items.filter(({ network }) => network === 'telegram_business').map(({ account }) => account)
  if (own.length === 0) return new Set()
  const leaders = await sql.query<{ account: string }>(
    `select telegram_user_id::text as account from member where organization_id = $1 and state = 'active'
       and role in ('owner', 'admin') and telegram_user_id::text = any($2)`,
    [organizationId, own],
  )
  const known = new Set(leaders.map(({ account }) => account))
  return new Set(own.filter((account) => !known.has(account)))
}

/** A connection is a name of its account too: what came under it before is taken up. */
const connectionsIn = (states: AccountState[]): { network: Network; account: string }[] =>
  states.flatMap(({ network, settings = {} }) =>
    connectionsOf(settings).map((account) => ({ network, account })),
  )

const keyOf = ({ network, account }: AccountState) => `${network}:${account}`

/** Makes rows of accounts that are new here; what is said of them is written as of any other. */
async function connect(sql: ScopedSql, organizationId: string, states: AccountState[]): Promise<void> {
  const rows = [...new Map(states.map((item) => [keyOf(item), item])).values()]
  if (rows.length === 0) return
  const made = await sql.query<{ id: string }>(
    `insert into channel_account (organization_id, id, network, external_id, name, state, stopped_at)
     select $1, a.id, a.network, a.external_id, a.name, 'stopped', now()
     from unnest($2::uuid[], $3::text[], $4::text[], $5::text[]) as a(id, network, external_id, name)
     on conflict (network, external_id) do nothing returning id`,
    [
      organizationId,
      rows.map(() => newId()),
      rows.map(({ network }) => network),
      rows.map(({ account }) => account),
      rows.map(({ name, account }) => name ?? account),
    ],
  )
  if (made.length < rows.length) throw new MetAnother('channel account')
  // Looked after from now on, as any other account.
  await putTasks(
    sql,
    organizationId,
    made.map(({ id }) => ({ channelAccountId: id, kind: 'check' })),
  )
}

async function settle(sql: ScopedSql, organizationId: string, states: AccountState[]): Promise<NewEvent[]> {
  const rows = await sql.query<StoredAccount & Record<string, unknown>>(
    `select a.id, a.network, a.external_id as account, a.name, a.state, a.stopped_reason as reason, a.settings,
       a.told_at as "toldAt", a.sealed_token is not null as "hasToken"
     from channel_account a join (select distinct * from unnest($2::text[], $3::text[]) as w(network, external_id)) w
       on w.network = a.network and w.external_id = a.external_id
     where a.organization_id = $1 order by a.id for update of a`,
    [organizationId, states.map(({ network }) => network), states.map(({ account }) => account)],
  )
  const decided = rows.map((row) =>
    decideAccount(
      row,
      states.filter((item) => item.network === row.network && item.account === row.account),
    ),
  )
  await sql.query(
    `update channel_account a set name = d.name, state = d.state, settings = d.settings, told_at = d."toldAt",
       stopped_at = case when d.state = 'stopped' then coalesce(a.stopped_at, now()) end, stopped_reason = d.reason
     from jsonb_to_recordset($2::jsonb) as d(id uuid, name text, state text, settings jsonb, "toldAt" timestamptz,
       reason jsonb)
     where a.organization_id = $1 and a.id = d.id`,
    [organizationId, JSON.stringify(decided.map(({ account }) => account))],
  )
  return decided.flatMap(({ event }) => event ?? [])
}
