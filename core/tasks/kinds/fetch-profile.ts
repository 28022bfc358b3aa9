import type { IdentityClaim } from '../../channels/inbound-item.ts'
import type { Sql } from '../../database/sql.ts'
import { newId } from '../../new-id.ts'
import { days, endOf, hours, nothingToAsk, type TaskKindHandler } from '../task-kind.ts'
import { findThread } from './find-thread.ts'

/**
 * Asks who a person is whose network sends an id only, apart from the message that must not wait for it. A name that
 * staff or the person gave before stays; what nobody tells within two days is left.
 */
export const fetchProfile: TaskKindHandler = {
  patienceMs: days(2),
  longestPauseMs: hours(6),
  async run({ database, task, port, account }) {
    const organizationId = task.organization_id
    if (!port.fetchProfile) return nothingToAsk
    const thread = await database.transaction({ organizationId }, (sql) =>
      findThread(sql, organizationId, task.key),
    )
    if (!thread) return nothingToAsk
    const asked = await port.fetchProfile(account, thread.identities)
    // Somebody who hides his profile is no failure that anybody could mend.
    if (asked.outcome === 'gone') return nothingToAsk
    if (asked.outcome !== 'found') return { end: endOf(asked) }
    const { name, language, identities } = asked.value
    return {
      end: { end: 'done' },
      async write(sql) {
        // Read again: the person may have been merged with another while the network was asked.
        const now = await findThread(sql, organizationId, task.key)
        if (!now) return []
        await keepUsernames(sql, organizationId, now, identities)
        if (!(await keepName(sql, organizationId, now.contactId, { name, language }))) return []
        const data = { contactId: now.contactId, leadId: now.leadId }
        return [{ type: 'contact.named', data, lane: now.leadId }]
      },
    }
  },
}

/** @returns whether the person had no name and has one now */
async function keepName(
  sql: Sql,
  organizationId: string,
  contactId: string,
  { name, language }: { name: string | undefined; language: string | undefined },
): Promise<boolean> {
  const [contact] = await sql.query<{ named: boolean }>(
    `update contact c set language = coalesce(c.language, $4), name = coalesce(c.name, $3::text),
       name_source = case when c.name is null and $3::text is not null then 'network' else c.name_source end,
       name_at = case when c.name is null and $3::text is not null then now() else c.name_at end
     from (select name from contact where organization_id = $1 and id = $2 for update) before
     where c.organization_id = $1 and c.id = $2 returning before.name is null and $3::text is not null as named`,
    [organizationId, contactId, name ?? null, language ?? null],
  )
  return contact?.named ?? false
}

/** A username belongs to the thread that was asked about, and is left where it is if somebody else has it. */
async function keepUsernames(
  sql: Sql,
  organizationId: string,
  { contactId, threadId }: { contactId: string; threadId: string },
  identities: IdentityClaim[],
) {
  for (const { kind, value, address } of identities) {
    await sql.query(
      `insert into contact_identity (organization_id, id, contact_id, thread_id, kind, value, address)
       values ($1, $2, $3, $4, $5, $6, $7)
       on conflict (organization_id, kind, value) where valid_until is null do nothing`,
      [organizationId, newId(), contactId, threadId, kind, value, address ?? null],
    )
  }
}
