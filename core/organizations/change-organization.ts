import { z } from 'zod'
import { cleanText } from '../clean-text.ts'
import { defineCommand } from '../command.ts'
import { DeskError } from '../errors.ts'
import { isCurrency } from '../money.ts'
import { canChangeOrganization } from '../policy.ts'
import { findZone } from '../reminders/find-zone.ts'

const longestName = 120

/**
 * Changes what holds for the whole organization; what is not given stays.
 *
 * @throws DeskError organization-name (with `limit`), time-zone-unknown, currency-unknown
 */
export const changeOrganization = defineCommand({
  input: z.object({
    name: z.string().max(1_000).transform(cleanText).optional(),
    language: z
      .string()
      .regex(/^[a-z]{2,3}$/)
      .optional(),
    timeZone: z.string().max(60).optional(),
    currency: z.string().max(20).optional(),
  }),
  allowed: canChangeOrganization,
  async run({ sql, organizationId, audit }, input) {
    const name = input.name?.replace(/\s+/g, ' ').trim()
    if (name !== undefined && (name === '' || name.length > longestName)) {
      throw new DeskError('invalid', 'organization-name', { limit: longestName })
    }
    const timeZone = input.timeZone === undefined ? undefined : await findZone(sql, input.timeZone)
    const currency = input.currency?.trim().toUpperCase()
    if (currency !== undefined && !isCurrency(currency)) throw new DeskError('invalid', 'currency-unknown')
    await sql.query(
      `update organization set name = coalesce($2, name), language = coalesce($3, language),
         time_zone = coalesce($4, time_zone),
         settings = case when $5::text is null then settings
           else jsonb_set(settings, '{currency}', to_jsonb($5::text)) end
       where id = $1`,
      [organizationId, name ?? null, input.language ?? null, timeZone ?? null, currency ?? null],
    )
    audit('changeOrganization', { changed: Object.keys(input) })
  },
})
