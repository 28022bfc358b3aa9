import type { IdentityClaim, InboundMessage } from '../../channels/inbound-item.ts'
import { passingKinds } from '../../contacts/passing-kinds.ts'
import type { Sql } from '../../database/sql.ts'
import type { Addressed } from './receive-messages.ts'

/** A conversation that there is already, with the lead that it belongs to now. */
export interface Chat {
  conversationId: string
  leadId: string
}

/**
 * The chat that each message belongs to, where there is one already: that of the message which it is about, else that of
 * its person with the account, as he was called at the time. Nobody is made a contact by this, and nothing is opened.
 */
export async function findChats(
  sql: Sql,
  organizationId: string,
  messages: Addressed<InboundMessage>[],
): Promise<(Chat | undefined)[]> {
  const claims = messages.flatMap(({ accountId, item }, position) =>
    namesOf(item).map(({ kind, value }) => ({ position, accountId, kind, value, at: item.sentAt })),
  )
  const rows = await sql.query<{ position: number; conversation_id: string; lead_id: string }>(
    `select f.position, c.id as conversation_id, c.lead_id from (
       select w.position, 0 as way, m.conversation_id as id
       from unnest($2::int[], $3::uuid[], $4::text[]) as w(position, account_id, target)
       cross join lateral (select conversation_id from message where organization_id = $1
         and channel_account_id = w.account_id and external_id = w.target limit 1) m
       union all
       select w.position, w.way, c.id
       from unnest($5::int[], $6::uuid[], $7::text[], $8::text[], $9::timestamptz[]) with ordinality
         as w(position, account_id, kind, value, at, way)
       cross join lateral (
         (select thread_id, valid_until from contact_identity where organization_id = $1
           and kind = w.kind and value = w.value and valid_until >= w.at order by valid_until limit 1)
         union all
         (select thread_id, valid_until from contact_identity where organization_id = $1
           and kind = w.kind and value = w.value and valid_until is null limit 1)
         order by valid_until limit 1) i
       cross join lateral (select id from conversation where organization_id = $1
         and channel_account_id = w.account_id and thread_id = i.thread_id limit 1) c
     ) f
     join conversation c on c.organization_id = $1 and c.id = f.id order by f.way`,
    [
      organizationId,
      messages.map((_, position) => position),
      messages.map(({ accountId }) => accountId),
      messages.map(({ item }) => item.replyTo ?? null),
      claims.map(({ position }) => position),
      claims.map(({ accountId }) => accountId),
      claims.map(({ kind }) => kind),
      claims.map(({ value }) => value),
      claims.map(({ at }) => at),
    ],
  )
  const found = new Map<number, Chat>()
  for (const row of rows) {
    if (found.has(row.position)) continue
    found.set(row.position, { conversationId: row.conversation_id, leadId: row.lead_id })
  }
  return messages.map((_, position) => found.get(position))
}

/** Whom a message comes from; where it says that he has other names from now on, they are his too. */
function namesOf({ person, data }: InboundMessage): IdentityClaim[] {
  const newNames = Array.isArray(data.newIdentities) ? data.newIdentities : []
  return [...person.identities, ...newNames].filter(
    (claim) =>
      typeof claim?.kind === 'string' && typeof claim.value === 'string' && !passingKinds.has(claim.kind),
  )
}
