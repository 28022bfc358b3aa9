import { z } from 'zod'
import { defineQuery } from '../command.ts'
import { canChangeOrganization } from '../policy.ts'
import { type SetupStep, setupSteps } from './setup-steps.ts'

/** How far setting up the business has come. */
export interface SetupProgress {
  /** Whether anybody has begun with it. A business that has a currency or a second member works already. */
  begun: boolean
  /** Steps that were answered or passed over, in the order in which they are asked. */
  done: SetupStep[]
}

/** How far setting up the actor's organization has come. */
export const readSetup = defineQuery({
  input: z.object({}),
  allowed: canChangeOrganization,
  async run({ sql, organizationId }): Promise<SetupProgress> {
    const [row] = await sql.query<{ begun: boolean; done: string[] | null }>(
      `select settings ?| array['setup', 'currency']
           or (select count(*) from member m where m.organization_id = $1) > 1 as begun,
         settings->'setup' as done
       from organization where id = $1`,
      [organizationId],
    )
    return {
      begun: row?.begun ?? false,
      done: setupSteps.filter((step) => row?.done?.includes(step)),
    }
  },
})
