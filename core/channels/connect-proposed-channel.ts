import { z } from 'zod'
import { defineCommand, type Ground, type Work } from '../command.ts'
import { DeskError } from '../errors.ts'
import { keepCheck } from '../tasks/kinds/check-account.ts'
import { canConnectChannels } from './can-connect-channels.ts'
import type { AccountCheck, Asked } from './channel-port.ts'
import { hideToken } from './hide-token.ts'
import type { NetworkFailure } from './inbound-item.ts'
import { keepAccount } from './keep-account.ts'
import { findProposal, type ProposalRow, proposalPlace } from './proposal.ts'

/** How connecting ended. On `refused` and `later` nothing is connected, and it can be tried again. */
export type Connected =
  | {
      outcome: 'connected'
      channelAccountId: string
      /** Whether the network delivers the account's events here; undefined: not asked this time. */
      subscription?: AccountCheck['subscription']
      /** What the network said is wrong all the same; owners are told of it as of any danger. */
      dangers: AccountCheck['dangers']
    }
  | { outcome: 'refused'; failure: NetworkFailure }
  | { outcome: 'later'; failure: NetworkFailure }

/**
 * Connects an account that was proposed, or renews its token: the network is asked to deliver its events here, and says
 * how the account stands. Every process uses it from then on. Heard twice, it is connected once.
 *
 * @throws DeskError proposal-gone, channel-of-another
 */
export const connectProposedChannel = defineCommand({
  input: z.object({ proposalId: z.uuid() }),
  allowed: canConnectChannels,
  async before(ground, { proposalId }): Promise<Asked<AccountCheck> | undefined> {
    const proposal = await ground.look((sql) => findProposal(sql, keyOf(ground, proposalId)))
    const check = ground.channel(proposal.network)?.check
    if (!check || !proposal.sealedToken) return undefined
    const { externalId, settings } = proposal
    const token = openProposed(ground, proposalId, proposal)
    return hideToken(await check({ externalId, token, settings }), token)
  },
  async run(work, { proposalId }, asked): Promise<Connected> {
    const { em, sql, organizationId, now, record } = work
    const proposal = await findProposal(sql, keyOf(work, proposalId), 'for update')
    if (proposal.channelAccountId) {
      return { outcome: 'connected', channelAccountId: proposal.channelAccountId, dangers: [] }
    }
    if (asked?.outcome === 'later') return { outcome: 'later', failure: asked.failure }
    if (asked && asked.outcome !== 'found') return { outcome: 'refused', failure: asked.failure }
    const token = openProposed(work, proposalId, proposal)
    const { network, externalId, name, settings } = proposal
    const channelAccountId = await keepAccount(work, { network, externalId, name, token, settings })
    await em.flush()
    await sql.query(
      `update channel_proposal set sealed_token = null, channel_account_id = $3
       where organization_id = $1 and id = $2`,
      [organizationId, proposalId, channelAccountId],
    )
    const check = asked?.value
    if (!check) return { outcome: 'connected', channelAccountId, dangers: [] }
    for (const event of await keepCheck(sql, { organizationId, channelAccountId, now }, check)) record(event)
    const { subscription, dangers } = check
    return { outcome: 'connected', channelAccountId, subscription, dangers }
  },
})

function keyOf({ organizationId, actor }: Pick<Work, 'organizationId' | 'actor'>, proposalId: string) {
  if (actor.kind !== 'member') throw new DeskError('forbidden', 'not-allowed')
  return { organizationId, memberId: actor.memberId, proposalId }
}

function openProposed(
  { vault, organizationId }: Pick<Ground, 'vault' | 'organizationId'>,
  proposalId: string,
  { sealedToken }: ProposalRow,
): string {
  if (!sealedToken) throw new DeskError('not-found', 'proposal-gone')
  return vault.open(sealedToken, proposalPlace(organizationId, proposalId))
}
