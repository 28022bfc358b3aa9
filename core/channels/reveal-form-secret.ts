import { z } from 'zod'
import { defineCommand } from '../command.ts'
import { DeskError } from '../errors.ts'
import { canManageChannels } from '../policy.ts'
import { findForm } from './find-form.ts'
import { openTokenOf } from './open-account.ts'

/**
 * Opens the secret of a form: the last part of its address, or the key that Google was given. Who has it can send leads
 * in; so it is audited who looked, and it must not be written down anywhere.
 *
 * @throws DeskError channel-not-found, not-a-form, form-secret-unreadable (another ENCRYPTION_KEY sealed it)
 */
export const revealFormSecret = defineCommand({
  input: z.object({ channelAccountId: z.uuid() }),
  allowed: canManageChannels,
  async run({ sql, organizationId, vault, audit }, { channelAccountId }) {
    const { network, name, sealedToken, settings } = await findForm(sql, organizationId, channelAccountId)
    const at = { organizationId, channelAccountId, sealed: sealedToken, settings }
    const secret = await openTokenOf(sql, vault, at)
    if (secret === undefined) throw new DeskError('invalid', 'form-secret-unreadable')
    audit('revealFormSecret', { channelAccountId })
    return { network, name, secret }
  },
})
