import { z } from 'zod'
import { defineCommand } from '../command.ts'
import { DeskError } from '../errors.ts'
import { newId } from '../new-id.ts'
import { canManageChannels } from '../policy.ts'
import { putTasks } from '../tasks/put-tasks.ts'
import { MessageTemplate, ownStatus } from './message-template.ts'

/** Meta's rule for names; limits of texts are the network's and come back as its refusal. */
const name = z
  .string()
  .min(1)
  .max(512)
  .regex(/^[a-z0-9_]+$/)

/**
 * Writes a template and submits it to the network for approval; `template.changed` tells what became of it. Heard
 * again with the same name and language, it submits a refused one anew and leaves any other alone.
 *
 * @throws DeskError channel-not-found, templates-not-here (this network has none), template-exists
 */
export const createTemplate = defineCommand({
  input: z.object({
    channelAccountId: z.uuid(),
    name,
    language: z.string().regex(/^[a-z]{2,3}(_[A-Z]{2})?$/),
    category: z.enum(['MARKETING', 'UTILITY', 'AUTHENTICATION']),
    components: z.array(z.record(z.string(), z.json())).min(1).max(10),
  }),
  allowed: canManageChannels,
  async run({ actor, em, sql, organizationId, now, channel, audit, wakes }, input) {
    const { channelAccountId, components, category } = input
    const [account] = await sql.query<{ network: string }>(
      'select network from channel_account where organization_id = $1 and id = $2',
      [organizationId, channelAccountId],
    )
    if (!account) throw new DeskError('not-found', 'channel-not-found')
    if (!channel(account.network)?.createTemplate) throw new DeskError('invalid', 'templates-not-here')
    const key = { organizationId, channelAccountId, name: input.name, language: input.language }
    const known = await em.findOne(MessageTemplate, key)
    const createdBy = actor.kind === 'member' ? actor.memberId : null
    const written = {
      category,
      components,
      createdBy,
      reason: null,
      status: ownStatus.submitting,
      updatedAt: now,
    }
    if (known && known.status !== ownStatus.rejected && known.status !== ownStatus.gone) {
      if (known.status === ownStatus.submitting) return { templateId: known.id }
      throw new DeskError('conflict', 'template-exists', { name: input.name })
    }
    const id = known?.id ?? newId()
    if (known) em.assign(known, written)
    else
      em.create(MessageTemplate, { ...key, ...written, id, externalId: null, quality: null, createdAt: now })
    await em.flush()
    await putTasks(sql, organizationId, [{ channelAccountId, kind: 'submit-template', key: id }])
    audit('createTemplate', { templateId: id, channelAccountId })
    wakes('task')
    return { templateId: id }
  },
})
