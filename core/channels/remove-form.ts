import { z } from 'zod'
import { defineCommand } from '../command.ts'
import { canManageChannels } from '../policy.ts'
import { findForm } from './find-form.ts'
import { formRemoved } from './form-settings.ts'

/**
 * Removes a form: its address is nobody's from then on, within seconds. Its leads stay, and `resumeChannel` takes it up
 * again under the same address. Removing it twice changes nothing.
 *
 * @throws DeskError channel-not-found, not-a-form
 */
export const removeForm = defineCommand({
  input: z.object({ channelAccountId: z.uuid() }),
  allowed: canManageChannels,
  async run({ sql, organizationId, audit }, { channelAccountId }) {
    const { state } = await findForm(sql, organizationId, channelAccountId, 'for update')
    if (state === 'stopped') return
    await sql.query(
      `update channel_account set state = 'stopped', stopped_at = now(), stopped_reason = $3
       where organization_id = $1 and id = $2`,
      [organizationId, channelAccountId, JSON.stringify(formRemoved)],
    )
    audit('removeForm', { channelAccountId })
  },
})
