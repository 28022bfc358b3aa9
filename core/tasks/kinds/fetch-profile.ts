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
      sql.query<{ contact_id: string; identities: IdentityClaim[] | null }>(
        `select c.contact_id, (select json_agg(json_build_object('kind', i.kind, 'value', i.value, 'address', i.address)
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
        await sql.query(
          `update contact set name = coalesce(name, $3), language = coalesce(language, $4)
           where organization_id = $1 and id = $2`,
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
        return []
      },
    }
  },
}
