import { z } from 'zod'
import { defineQuery } from '../command.ts'
import { canManageChannels } from '../policy.ts'
import { findForm } from './find-form.ts'
import { readFormSettings } from './form-settings.ts'

/**
 * A website form with what is set for it, or the door of Google's lead forms. Without its secret.
 *
 * @throws DeskError channel-not-found, not-a-form
 */
export const readForm = defineQuery({
  input: z.object({ channelAccountId: z.uuid() }),
  allowed: canManageChannels,
  async run({ sql, organizationId }, { channelAccountId }) {
    const { network, name, state, settings } = await findForm(sql, organizationId, channelAccountId)
    return { network, name, state, ...readFormSettings(settings) }
  },
})
