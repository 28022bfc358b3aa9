import { createHash } from 'node:crypto'
import { z } from 'zod'
import { defineCommand } from '../command.ts'
import { isSystem } from '../policy.ts'
import { keepAccount } from './keep-account.ts'
import { openTokenOf } from './open-account.ts'

interface KnownRow extends Record<string, unknown> {
  id: string
  name: string
  same: boolean | null
  sealed: Buffer | null
  settings: Record<string, string>
}

/**
 * Connects an account that the environment names, or gives a connected one the token that the environment names now.
 * Whoever runs the server is trusted: nothing is asked of the network. The same token as at the start before says nothing
 * new: what a person renewed or disconnected meanwhile stays so.
 *
 * @returns the id of the channel account
 * @throws DeskError channel-of-another: accounts are never shared, and never move
 */
export const connectChannel = defineCommand({
  input: z.object({
    network: z.string().min(1),
    externalId: z.string().min(1).max(200),
    name: z.string().min(1).max(120),
    token: z.string().min(1),
    settings: z.record(z.string(), z.string()).default({}),
  }),
  allowed: isSystem,
  async run(work, input) {
    const { sql, organizationId, vault } = work
    const digest = createHash('sha256').update(`${input.network}\n${input.token}`).digest()
    const [known] = await sql.query<KnownRow>(
      `select id, name, environment_digest = $4 as same, sealed_token as sealed, settings from channel_account
       where organization_id = $1 and network = $2 and external_id = $3 for update`,
      [organizationId, input.network, input.externalId, digest],
    )
    if (known?.same && known.sealed === null) return known.id
    if (known?.same) {
      const { id, name, sealed, settings } = known
      const token = await openTokenOf(sql, vault, { organizationId, channelAccountId: id, sealed, settings })
      // Kept again, so that it is sealed with the newest key.
      return keepAccount(work, { ...input, name, token: token ?? input.token })
    }
    const id = await keepAccount(work, input)
    await work.em.flush()
    await sql.query(
      'update channel_account set environment_digest = $3 where organization_id = $1 and id = $2',
      [organizationId, id, digest],
    )
    return id
  },
})
