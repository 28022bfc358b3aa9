import type { Sql } from '../../database/sql.ts'

interface Person {
  [column: string]: unknown
  contact_id: string
  thread_id: string
}

/**
 * Forgets of the people behind erased forms what only those forms said of them: names, phones and e-mails that were first
 * claimed in one and stand in no other form of theirs. What a network proved, staff typed in or another form says stays.
 * Somebody of whom nothing else is left, no message, no proof, no lead that staff made, loses everything that he is called
 * and known by; the contact stays, as the one whom the lead is about.
 *
 * To be called when the forms are erased already; safe to call twice.
 */
export async function erasePeople(sql: Sql, organizationId: string, messageIds: string[]): Promise<void> {
  const people = await sql.query<Person>(
    `select distinct c.contact_id, c.thread_id from message m
     join conversation c on c.organization_id = $1 and c.id = m.conversation_id
     where m.organization_id = $1 and m.id = any($2) and m.kind = 'form' and m.direction = 'inbound'
       and m.erased_at is not null`,
    [organizationId, messageIds],
  )
  for (const person of people) await erasePerson(sql, organizationId, person)
}

/** `forms`: of this person; `said`: the words of those that are left, in small letters; `digits`: theirs alone. */
const evidence = `forms as materialized (
    select m.sent_at, m.erased_at, m.external_id, lower(m.data::text) as said,
      regexp_replace(m.data::text, '\\D', '', 'g') as digits, a.network
    from conversation c
    join message m on m.organization_id = $1 and m.conversation_id = c.id and m.kind = 'form' and m.direction = 'inbound'
    join channel_account a on a.organization_id = $1 and a.id = m.channel_account_id
    where c.organization_id = $1 and c.contact_id = $2
  ), erased as (select * from forms where erased_at is not null),
  left_over as (select * from forms where erased_at is null),
  alone as (
    select not exists (select from conversation c join message m on m.organization_id = $1
        and m.conversation_id = c.id and m.direction = 'inbound' and m.erased_at is null
        where c.organization_id = $1 and c.contact_id = $2)
      and not exists (select from lead where organization_id = $1 and contact_id = $2 and source = 'manual')
      and not exists (select from contact_identity where organization_id = $1 and contact_id = $2 and not claimed
        and kind not in ('linkedin_member', 'submission')) as yes
  )`

async function erasePerson(sql: Sql, organizationId: string, person: Person) {
  const key = [organizationId, person.contact_id, person.thread_id]
  const gone = await sql.query<{ name: string }>(
    `with ${evidence}, nameless as (
       select c.id, c.name from contact c cross join alone
       where c.organization_id = $1 and c.id in ($2, $3) and c.name is not null and (alone.yes
         or c.name_source = 'form' and exists (select from erased e where e.sent_at = c.name_at)
           and not exists (select from left_over o where not exists (
             select from regexp_split_to_table(lower(c.name), '\\s+') as word where position(word in o.said) = 0)))
     ), unnamed as (
       update contact c set name = null, name_source = null, name_at = null from nameless n
       where c.organization_id = $1 and c.id = n.id
     ), unknown as (
       delete from contact_identity i using alone
       where i.organization_id = $1 and i.contact_id = $2 and (
         i.kind = 'submission' and exists (select from erased e where e.external_id = i.value)
         or i.kind = 'linkedin_member' and not exists (select from left_over o where o.network = 'linkedin_leads')
         or i.claimed and (alone.yes or exists (select from erased e where e.sent_at = i.valid_from)
           and not exists (select from left_over o where case i.kind when 'phone'
             then position(right(regexp_replace(i.value, '\\D', '', 'g'), 8) in o.digits) > 0
             else position(i.value in o.said) > 0 end)))
       returning i.id
     ), unanswerable as (
       update conversation c set identity_id = null from unknown u
       where c.organization_id = $1 and c.contact_id = $2 and c.identity_id = u.id
     )
     select name from nameless`,
    key,
  )
  if (gone.length > 0) {
    await forgetInMerges(
      sql,
      key.slice(0, 2),
      gone.map(({ name }) => name),
    )
  }
}

/** The journal of a merge knows names, to be able to give them back. */
async function forgetInMerges(sql: Sql, key: unknown[], names: string[]) {
  for (const place of ['before', 'after']) {
    await sql.query(
      `update contact_merge set moved = jsonb_set(moved, $3, 'null')
       where organization_id = $1 and (kept_id = $2 or merged_id = $2) and moved#>>$3 = any($4)`,
      [...key, [place, 'name'], names],
    )
  }
}
