import { z } from 'zod'
import { ChannelAccount } from '../channels/channel-account.ts'
import { defineQuery } from '../command.ts'
import { DeskError } from '../errors.ts'
import { canReadLeads } from '../policy.ts'
import { MessageTemplate, ownStatus } from './message-template.ts'

/**
 * The templates of one account, or of all, without those that are gone: by name, then language.
 * `usable` leaves only what the network has approved.
 *
 * @throws DeskError channel-not-found
 */
export const listTemplates = defineQuery({
  input: z.object({ channelAccountId: z.uuid().optional(), usable: z.boolean().default(false) }),
  allowed: canReadLeads,
  async run({ em, organizationId }, { channelAccountId, usable }) {
    if (channelAccountId && !(await em.findOne(ChannelAccount, { organizationId, id: channelAccountId }))) {
      throw new DeskError('not-found', 'channel-not-found')
    }
    const templates = await em.find(
      MessageTemplate,
      {
        organizationId,
        ...(channelAccountId ? { channelAccountId } : {}),
        status: usable ? ownStatus.approved : { $ne: ownStatus.gone },
      },
      { orderBy: { name: 'asc', language: 'asc' }, limit: 500 },
    )
    return templates.map((template) => ({
      id: template.id,
      channelAccountId: template.channelAccountId,
      name: template.name,
      language: template.language,
      category: template.category,
      status: template.status,
      quality: template.quality ?? null,
      reason: template.reason ?? null,
      components: template.components,
    }))
  },
})
