import { randomBytes } from 'node:crypto'
import { z } from 'zod'
import { cleanText } from '../clean-text.ts'
import { defineCommand } from '../command.ts'
import { canManageChannels } from '../policy.ts'
import { accountOfSecret } from './account-of-secret.ts'
import { formNetworks } from './form-settings.ts'
import { keepAccount } from './keep-account.ts'

/** 192 bits: nobody guesses it, and Google's field for a key still takes it. */
const secretBytes = 24

/** The key in the account's settings under which it is found when the same is heard again. */
const originKey = 'addedAt'

/**
 * Makes a door for website forms or for Google's lead forms, with a secret of its own that `revealFormSecret` tells.
 * `origin` is where the member asked for it: heard twice, it makes one.
 */
export const addForm = defineCommand({
  input: z.object({
    network: z.enum(formNetworks),
    name: z.string().transform(cleanText).pipe(z.string().trim().min(1).max(120)),
    origin: z.object({ account: z.string().max(100), chat: z.string().max(100), message: z.number().int() }),
  }),
  allowed: canManageChannels,
  async run(work, { network, name, origin }) {
    const { sql, organizationId } = work
    const addedAt = `${origin.account}:${origin.chat}:${origin.message}`
    await sql.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`${organizationId}/${addedAt}`])
    const [known] = await sql.query<{ id: string }>(
      `select id from channel_account
       where organization_id = $1 and network = $2 and settings->>'${originKey}' = $3`,
      [organizationId, network, addedAt],
    )
    if (known) return { channelAccountId: known.id }
    const secret = randomBytes(secretBytes).toString('base64url')
    const channelAccountId = await keepAccount(work, {
      network,
      externalId: accountOfSecret(network, secret),
      name,
      token: secret,
      settings: { [originKey]: addedAt },
    })
    return { channelAccountId }
  },
})
