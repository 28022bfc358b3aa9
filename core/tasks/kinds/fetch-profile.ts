import type { IdentityClaim } from '../../channels/inbound-item.ts'
import { newId } from '../../new-id.ts'
import { days, endOf, hours, nothingToAsk, type TaskKindHandler } from '../task-kind.ts'

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
    const [person] = await database.transaction({ organizationId }, (sql) =>
      sql.query<{ contact_id: string; lead_id: string; identities: IdentityClaim[] | null }>(
        `select c.contact_id, c.lead_id, (select json_agg(json_build_object('kind', i.kind, 'value', i.value, 'address', i.address)
             order by i.valid_from desc) from contact_identity i
           where i.organization_id = $1 and i.contact_id = c.contact_id and i.valid_until is null) as identities
         from conversation c where c.organization_id = $1 and c.id = $2`,
        [organizationId, task.key],
      ),
    )
    if (!person) return nothingToAsk
    const asked = await port.fetchProfile(account, person.identities ?? [])
    // Somebody who hides his profile is no failure that anybody could mend.
    if (asked.outcome === 'gone') return nothingToAsk
    if (asked.outcome !== 'found') return { end: endOf(asked) }
    const { name, language, identities } = asked.value
    return {
      end: { end: 'done' },
      async write(sql) {
        const [contact] = await sql.query<{ named: boolean }>(
          `update contact c set name = coalesce(c.name, $3::text), language = coalesce(c.language, $4)
           from (select name from contact where organization_id = $1 and id = $2 for update) before
           where c.organization_id = $1 and c.id = $2 returning before.name is null and $3::text is not null as named`,
          [organizationId, person.contact_id, name ?? null, language ?? null],
        )
        for (const { kind, value, address } of identities) {
          await sql.query(
            `insert into contact_identity (organization_id, id, contact_id, kind, value, address)
             values ($1, $2, $3, $4, $5, $6)
             on conflict (organization_id, kind, value) where valid_until is null do nothing`,
            [organizationId, newId(), person.contact_id, kind, value, address ?? null],
          )
        }
        if (!contact?.named) return []
        const data = { contactId: person.contact_id, leadId: person.lead_id }
        return [{ type: 'contact.named', data, lane: person.lead_id }]
      },
    }
  },
}
