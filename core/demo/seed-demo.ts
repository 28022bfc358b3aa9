import type { Database } from '../database/sql.ts'
import { demoCurrency } from './demo-currency.ts'
import type { DemoStaff } from './history-options.ts'
import { insertHistory } from './insert-history.ts'
import { makeHistory } from './make-history.ts'

export interface SeedOptions {
  organizationId: string
  /** The WhatsApp account that the demo's conversations are held on. */
  channelAccountId: string
  now: Date
}

/** The same past for everybody, so that two people who look at the playground see the same. */
const seed = 2026

/**
 * Gives an organization without leads the past of a small gym, in one transaction. It writes no events: history is not
 * news, and nobody is told of it.
 *
 * @returns how many leads it made; 0 when the organization has leads already
 * @throws Error when the organization does not exist or nobody in it could have answered
 */
export function seedDemo(
  database: Database,
  { organizationId, channelAccountId, now }: SeedOptions,
): Promise<number> {
  return database.transaction({ organizationId }, async (sql) => {
    // Locked as by whoever opens a lead: two who seed at once, or a first message, wait for each other.
    const [organization] = await sql.query<{ name: string; time_zone: string; has_leads: boolean }>(
      `select name, time_zone, last_lead_number > 0
         or exists (select 1 from lead where organization_id = $1) as has_leads
       from organization where id = $1 for update`,
      [organizationId],
    )
    if (!organization) throw new Error(`There is no organization ${organizationId} to give a past to.`)
    if (organization.has_leads) return 0
    const staff = await sql.query<DemoStaff & Record<string, unknown>>(
      `select id as "memberId", name, language from member
       where organization_id = $1 and state = 'active' and role <> 'viewer' order by created_at, id`,
      [organizationId],
    )
    if (staff.length === 0) {
      throw new Error('The demo needs an active member who answers customers: add one before it is seeded.')
    }
    const { name: gym, time_zone: timeZone } = organization
    const history = makeHistory({ seed, now, staff, channelAccountId, gym, timeZone })
    await insertHistory(sql, organizationId, history)
    // Who names a price is not asked in which currency, as its past has one; one that somebody chose stays.
    await sql.query(
      `update organization set settings = jsonb_build_object('currency', $2::text) || settings where id = $1`,
      [organizationId, demoCurrency],
    )
    return history.leads.length
  })
}
