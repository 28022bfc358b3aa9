import { z } from 'zod'
import { defineQuery } from '../command.ts'
import { DeskError } from '../errors.ts'
import { canReadLeads } from '../policy.ts'

/** What holds for a whole organization. */
export interface OrganizationFacts {
  name: string
  /** Spoken to members who have chosen none. */
  language: string
  timeZone: string
  /** ISO 4217: of amounts that are written without one; null: nobody said. */
  currency: string | null
}

/** The actor's organization. */
export const readOrganization = defineQuery({
  input: z.object({}),
  allowed: canReadLeads,
  async run({ sql, organizationId }): Promise<OrganizationFacts> {
    const [row] = await sql.query<OrganizationFacts & Record<string, unknown>>(
      `select name, language, time_zone as "timeZone", settings->>'currency' as currency from organization where id = $1`,
      [organizationId],
    )
    if (!row) throw new DeskError('not-found', 'organization-not-found')
    const { name, language, timeZone, currency } = row
    return { name, language, timeZone, currency }
  },
})
