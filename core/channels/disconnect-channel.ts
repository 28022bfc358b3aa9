import { z } from 'zod'
import { defineCommand } from '../command.ts'
import { DeskError } from '../errors.ts'
import { canManageChannels } from '../policy.ts'
import type { UsedAccount } from './channel-port.ts'
import { disconnectedHere } from './disconnected-here.ts'
import { openAccount } from './open-account.ts'

/**
 * Ends the use of an account: nothing is sent or asked with it any more, its secrets are deleted, and what waits to be
 * sent waits until it is connected again. Its chats stay. The network is asked to deliver no more where that concerns
 * this account alone; if it does not answer, the account is disconnected all the same. Twice changes nothing.
 *
 * @throws DeskError channel-not-found, form-not-disconnected (forms are removed instead)
 */
export const disconnectChannel = defineCommand({
  input: z.object({ channelAccountId: z.uuid() }),
  allowed: canManageChannels,
  async before({ channel, look, vault, organizationId }, { channelAccountId }): Promise<void> {
    const opened = await look((sql) => openAccount(sql, vault, organizationId, channelAccountId))
    if (!opened) throw new DeskError('not-found', 'channel-not-found')
    const port = channel(opened.network)
    if ('account' in opened && port?.release) await port.release(opened.account satisfies UsedAccount)
  },
  async run({ sql, organizationId, actor, audit, record }, { channelAccountId }) {
    const [account] = await sql.query<{ network: string; external_id: string; sealed: boolean }>(
      `select network, external_id, sealed_token is not null as sealed from channel_account
       where organization_id = $1 and id = $2 for update`,
      [organizationId, channelAccountId],
    )
    if (!account) throw new DeskError('not-found', 'channel-not-found')
    if (['forms', 'google_leads'].includes(account.network))
      throw new DeskError('invalid', 'form-not-disconnected')
    if (!account.sealed) return
    const stop = `update channel_account set state = 'stopped', stopped_at = coalesce(stopped_at, now()),
      stopped_reason = $3`
    await sql.query(`${stop}, sealed_token = null where organization_id = $1 and id = $2`, [
      organizationId,
      channelAccountId,
      JSON.stringify(disconnectedHere),
    ])
    // An owner's own account is used through its bot; it takes itself up again when the bot comes back.
    await sql.query(`${stop} where organization_id = $1 and state = 'active' and settings->>'via' = $2`, [
      organizationId,
      account.external_id,
      JSON.stringify({ code: 'disconnected', title: 'Its bot was disconnected' }),
    ])
    await sql.query(
      `delete from network_task where organization_id = $1 and channel_account_id = $2
         and kind in ('check', 'backfill', 'templates')`,
      [organizationId, channelAccountId],
    )
    await sql.query(
      'delete from channel_proposal where organization_id = $1 and network = $2 and external_id = $3',
      [organizationId, account.network, account.external_id],
    )
    const byId = actor.kind === 'member' ? actor.memberId : null
    record({ type: 'channel.disconnected', data: { channelAccountId, byId }, lane: channelAccountId })
    audit('disconnectChannel', { channelAccountId })
  },
})
