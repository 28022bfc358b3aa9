import { cleanJson } from '../clean-text.ts'
import type { AccountFinder, KnownAccount } from '../conversations/receive/accounts.ts'
import type { Sql } from '../database/sql.ts'
import type { ReadItem } from '../inbox/sort-items.ts'
import { newId } from '../new-id.ts'
import type { ChannelNotice, NoticeMeaning } from './inbound-item.ts'

/** What a network said of one account, where it means something. */
export interface HeardNotice {
  accountId: string
  meaning: NoticeMeaning
}

/**
 * Keeps what networks say of accounts, and finds out of which: a notice about a business is about all of its accounts,
 * in whatever organizations they are connected. The transaction must have the relay scope.
 *
 * @returns what has to be acted upon, by organization
 */
export async function keepNotices(
  sql: Sql,
  notices: ReadItem<ChannelNotice>[],
  find: AccountFinder,
): Promise<Map<string, HeardNotice[]>> {
  const heard = new Map<string, HeardNotice[]>()
  if (notices.length === 0) return heard
  const ofBusiness = await findBusinesses(
    sql,
    notices.map(({ item }) => item),
  )
  const rows = notices.map(({ eventId, item }) => {
    const accounts = accountsOf(item, find, ofBusiness)
    for (const { id: accountId, organizationId } of item.meaning ? accounts : []) {
      const own = heard.get(organizationId) ?? []
      heard.set(organizationId, own)
      if (item.meaning) own.push({ accountId, meaning: item.meaning })
    }
    const organizations = new Set(accounts.map(({ organizationId }) => organizationId))
    return {
      id: newId(),
      inbound_event_id: eventId,
      organization_id: organizations.size === 1 ? accounts[0]?.organizationId : null,
      network: item.network,
      topic: item.topic,
      data: cleanJson(item.data) ?? {},
    }
  })
  await sql.query(
    `insert into channel_notice (id, inbound_event_id, organization_id, network, topic, data)
     select * from jsonb_to_recordset($1::jsonb) as n(id uuid, inbound_event_id uuid, organization_id uuid,
       network text, topic text, data jsonb)`,
    [JSON.stringify(rows)],
  )
  return heard
}

function accountsOf(
  { network, account, business }: ChannelNotice,
  find: AccountFinder,
  ofBusiness: ReadonlyMap<string, KnownAccount[]>,
): KnownAccount[] {
  if (account === undefined) return ofBusiness.get(`${network}:${business}`) ?? []
  const known = find(network, account)
  return known ? [known] : []
}

async function findBusinesses(sql: Sql, notices: ChannelNotice[]): Promise<Map<string, KnownAccount[]>> {
  const wanted = notices.filter(({ account, business }) => account === undefined && business !== undefined)
  const found = new Map<string, KnownAccount[]>()
  if (wanted.length === 0) return found
  const rows = await sql.query<{ network: string; business: string; id: string; organization_id: string }>(
    `select a.network, a.settings->>'businessAccountId' as business, a.id, a.organization_id from channel_account a
     join (select distinct * from unnest($1::text[], $2::text[]) as w(network, business)) w
       on w.network = a.network and w.business = a.settings->>'businessAccountId'
     where a.settings ? 'businessAccountId' order by a.id`,
    [wanted.map(({ network }) => network), wanted.map(({ business }) => business)],
  )
  for (const { network, business, id, organization_id: organizationId } of rows) {
    const key = `${network}:${business}`
    found.set(key, [...(found.get(key) ?? []), { id, organizationId }])
  }
  return found
}
