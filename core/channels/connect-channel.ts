import { z } from 'zod'
import { defineCommand } from '../command.ts'
import { takeUpAwaiting } from '../inbox/take-up-awaiting.ts'
import { withinRelay } from '../inbox/within-relay.ts'
import { newId } from '../new-id.ts'
import { canManageChannels } from '../policy.ts'
import { putTasks } from '../tasks/put-tasks.ts'
import { recurringTasks } from '../tasks/recurring-tasks.ts'
import { ChannelAccount } from './channel-account.ts'
import type { Network } from './inbound-item.ts'
import { tokenPlace } from './token-place.ts'

/**
 * Connects one of the business's accounts on a network, or gives a connected one a new token. A new token takes a
 * stopped account up again: what waited is sent. What came for an account before it was connected is taken in now.
 *
 * @returns the id of the channel account
 * @throws a unique violation when another organization has that account: accounts are never shared
 */
export const connectChannel = defineCommand({
  input: z.object({
    network: z.string().min(1),
    externalId: z.string().min(1).max(200),
    name: z.string().min(1).max(120),
    token: z.string().min(1),
    settings: z.record(z.string(), z.string()).default({}),
  }),
  allowed: canManageChannels,
  async run({ em, sql, organizationId, now, vault, channel, audit, record, wakes }, input) {
    const lookAfter = async (id: string) => {
      await em.flush()
      await putTasks(sql, organizationId, recurringTasks(channel(input.network), id))
      wakes('task')
    }
    const key = { organizationId, network: input.network, externalId: input.externalId }
    const known = await em.findOne(ChannelAccount, key)
    if (!known) {
      const id = newId()
      em.create(ChannelAccount, {
        ...key,
        id,
        name: input.name,
        sealedToken: vault.seal(input.token, tokenPlace(organizationId, id)),
        state: 'active',
        stoppedAt: null,
        stoppedReason: null,
        settings: input.settings,
        createdAt: now,
        tokenChangedAt: null,
      })
      audit('connectChannel', { channelAccountId: id, network: input.network })
      await lookAfter(id)
      const account = { network: input.network as Network, account: input.externalId }
      for (const queue of await withinRelay(sql, () => takeUpAwaiting(sql, [account]))) wakes(queue)
      return id
    }
    const place = tokenPlace(organizationId, known.id)
    const sealed = known.sealedToken ? Buffer.from(known.sealedToken) : undefined
    const same =
      sealed !== undefined &&
      vault.keyIdOf(sealed) === vault.keyId &&
      vault.open(sealed, place) === input.token
    // What was set here since, such as a form's fields, is kept: the environment says the same at every start.
    em.assign(known, { name: input.name, settings: { ...known.settings, ...input.settings } })
    if (same) return known.id
    em.assign(known, { sealedToken: vault.seal(input.token, place), tokenChangedAt: now })
    audit('renewChannelToken', { channelAccountId: known.id })
    if (known.state === 'stopped') {
      em.assign(known, { state: 'active', stoppedAt: null, stoppedReason: null })
      record({ type: 'channel.resumed', data: { channelAccountId: known.id }, lane: known.id })
      wakes('send')
    }
    await lookAfter(known.id)
    return known.id
  },
})
