import type { Work } from '../command.ts'
import { DeskError } from '../errors.ts'
import { takeUpAwaiting } from '../inbox/take-up-awaiting.ts'
import { withinRelay } from '../inbox/within-relay.ts'
import { newId } from '../new-id.ts'
import { putTasks } from '../tasks/put-tasks.ts'
import { recurringTasks } from '../tasks/recurring-tasks.ts'
import { ChannelAccount } from './channel-account.ts'
import type { Network } from './inbound-item.ts'
import { isOfAnother } from './is-of-another.ts'
import { tokenPlace } from './token-place.ts'

/** An account with the token that it shall be used with from now on. */
export interface UsableAccount {
  network: string
  externalId: string
  name: string
  token: string
  settings: Record<string, string>
}

/**
 * Keeps an account with its token, sealed; a connected one gets the new token. A new token takes a stopped account up
 * again: what waited is sent. What came for an account before it was connected is taken in now.
 *
 * @returns the id of the channel account
 * @throws DeskError channel-of-another: accounts are never shared, and never move
 */
export async function keepAccount(work: Work, input: UsableAccount): Promise<string> {
  const { em, sql, organizationId, now, vault, audit, record, wakes } = work
  const { network, externalId, name, token, settings } = input
  const key = { organizationId, network, externalId }
  const known = await em.findOne(ChannelAccount, key)
  if (!known) {
    if (await isOfAnother(sql, key)) throw new DeskError('conflict', 'channel-of-another', { name })
    const id = newId()
    const sealedToken = vault.seal(token, tokenPlace(organizationId, id))
    const usable = { state: 'active', stoppedAt: null, stoppedReason: null, tokenChangedAt: null } as const
    em.create(ChannelAccount, { ...key, id, name, sealedToken, settings, createdAt: now, ...usable })
    audit('connectChannel', { channelAccountId: id, network })
    await flush(work, name)
    await lookAfter(work, input, id)
    const account = { network: network as Network, account: externalId }
    for (const queue of await withinRelay(sql, () => takeUpAwaiting(sql, [account]))) wakes(queue)
    return id
  }
  // What was set here since, such as a form's fields, is kept.
  em.assign(known, { name, settings: { ...known.settings, ...settings } })
  if (holds(work, known, token)) return known.id
  em.assign(known, {
    sealedToken: vault.seal(token, tokenPlace(organizationId, known.id)),
    tokenChangedAt: now,
  })
  audit('renewChannelToken', { channelAccountId: known.id })
  if (known.state === 'stopped') {
    em.assign(known, { state: 'active', stoppedAt: null, stoppedReason: null })
    record({ type: 'channel.resumed', data: { channelAccountId: known.id }, lane: known.id })
    wakes('send')
  }
  await em.flush()
  await lookAfter(work, input, known.id)
  return known.id
}

function holds({ vault, organizationId }: Work, known: ChannelAccount, token: string): boolean {
  const sealed = known.sealedToken ? Buffer.from(known.sealedToken) : undefined
  if (!sealed || vault.keyIdOf(sealed) !== vault.keyId) return false
  return vault.open(sealed, tokenPlace(organizationId, known.id)) === token
}

async function lookAfter(work: Work, { network, externalId }: UsableAccount, id: string) {
  const { sql, organizationId, channel, wakes } = work
  // An owner's own account is used through its bot, and may be of use again now.
  const through = await sql.query<{ id: string }>(
    `select id from channel_account where organization_id = $1 and settings->>'via' = $2 and network <> $3`,
    [organizationId, externalId, network],
  )
  await putTasks(sql, organizationId, [
    ...recurringTasks(channel(network), id),
    ...through.map((one) => ({ channelAccountId: one.id, kind: 'check' as const })),
  ])
  wakes('task')
}

/** Two organizations at the same moment: the unique index lets one of them have it. */
async function flush({ em }: Work, name: string): Promise<void> {
  try {
    await em.flush()
  } catch (error) {
    if ((error as { code?: unknown }).code !== '23505') throw error
    throw new DeskError('conflict', 'channel-of-another', { name })
  }
}
