import { z } from 'zod'
import { defineCommand } from '../command.ts'
import { canChangeOrganization } from '../policy.ts'
import { setupSteps } from './setup-steps.ts'

/**
 * Remembers that setting up has begun, and which of its steps was answered or passed over, for whoever comes back to it.
 * `again`: it begins from the top, and nothing of it is answered.
 */
export const keepSetup = defineCommand({
  input: z.object({ done: z.enum(setupSteps).exactOptional(), again: z.boolean().exactOptional() }),
  allowed: canChangeOrganization,
  async run({ sql, organizationId }, { done, again = false }) {
    await sql.query(
      `update organization set settings = jsonb_set(settings, '{setup}', (
         select coalesce(jsonb_agg(distinct step), '[]') from (
           select jsonb_array_elements_text(settings->'setup') as step where not $3
           union select $2::text where $2::text is not null) steps))
       where id = $1`,
      [organizationId, done ?? null, again],
    )
  },
})
