import { z } from 'zod'
import { defineCommand, type Ground, type Work } from '../command.ts'
import { DeskError } from '../errors.ts'
import { newId } from '../new-id.ts'
import { canConnectChannels } from './can-connect-channels.ts'
import type { Asked, FoundAccount, GivenAccess } from './channel-port.ts'
import { hideToken } from './hide-token.ts'
import type { NetworkFailure } from './inbound-item.ts'
import { isOfAnother } from './is-of-another.ts'
import { proposalMinutes, proposalPlace } from './proposal.ts'
import { withdrawProposals } from './withdraw-proposals.ts'

/** An account that could be connected now. */
export interface Proposal {
  /** For `connectProposedChannel`; absent where another organization has the account. */
  proposalId?: string
  name: string
  facts: Record<string, string>
  warnings: FoundAccount['warnings']
  /** `connected`: it is one of this organization's, and would get this token. */
  state: 'new' | 'connected' | 'of-another'
}

/** What the network said to a token. On `refused` and `later` nothing is kept. */
export type Proposed =
  | { outcome: 'found'; proposals: Proposal[] }
  | { outcome: 'refused'; failure: NetworkFailure }
  | { outcome: 'later'; failure: NetworkFailure }

const input = z.object({
  network: z.string().min(1),
  token: z.string().trim().min(1).max(4000),
  externalId: z.string().trim().min(1).max(200).optional(),
  settings: z.record(z.string().max(40), z.string().trim().max(200)).default({}),
  /** To renew the token of this account: no other one is found then. */
  channelAccountId: z.uuid().optional(),
})

/** More than these nobody chooses from. */
const mostFound = 20

/**
 * Asks the network which accounts a token opens, and keeps each, its token sealed, for half an hour, until the same
 * member connects it or puts in another token. Nothing is connected, and nothing is changed at the network.
 *
 * @throws DeskError channel-not-connectable, channel-not-found, token-of-another-account
 */
export const proposeChannel = defineCommand({
  input,
  allowed: canConnectChannels,
  async before(ground, given): Promise<Asked<FoundAccount[]>> {
    const port = ground.channel(given.network)
    if (!port?.identify) throw new DeskError('invalid', 'channel-not-connectable', { network: given.network })
    return hideToken(await port.identify(await accessOf(ground, given)), given.token)
  },
  async run(work, { network, channelAccountId }, asked): Promise<Proposed> {
    work.audit('proposeChannel', { network, outcome: asked.outcome })
    if (asked.outcome === 'later') return { outcome: 'later', failure: asked.failure }
    if (asked.outcome !== 'found') return { outcome: 'refused', failure: asked.failure }
    await withdrawProposals.run(work, {}, undefined)
    const found = channelAccountId ? await onlyThat(work, channelAccountId, asked.value) : asked.value
    const proposals: Proposal[] = []
    for (const account of found.slice(0, mostFound)) proposals.push(await propose(work, network, account))
    return { outcome: 'found', proposals }
  },
})

/** A renewal asks for the very account that is connected, as it was connected. */
async function accessOf(
  { look, organizationId }: Ground,
  { network, token, externalId, settings, channelAccountId }: z.output<typeof input>,
): Promise<GivenAccess> {
  if (!channelAccountId) return { token, settings, ...(externalId ? { externalId } : {}) }
  const [known] = await look((sql) =>
    sql.query<{ externalId: string; settings: Record<string, string> }>(
      `select external_id as "externalId", settings from channel_account
       where organization_id = $1 and id = $2 and network = $3`,
      [organizationId, channelAccountId, network],
    ),
  )
  if (!known) throw new DeskError('not-found', 'channel-not-found')
  return { token, externalId: known.externalId, settings: known.settings }
}

async function onlyThat({ sql, organizationId }: Work, channelAccountId: string, found: FoundAccount[]) {
  const [known] = await sql.query<{ externalId: string; name: string }>(
    'select external_id as "externalId", name from channel_account where organization_id = $1 and id = $2',
    [organizationId, channelAccountId],
  )
  const same = found.filter(({ externalId }) => externalId === known?.externalId)
  if (same.length > 0) return same
  throw new DeskError('invalid', 'token-of-another-account', { name: known?.name ?? '' })
}

async function propose(work: Work, network: string, account: FoundAccount): Promise<Proposal> {
  const { sql, organizationId, actor, vault } = work
  const { externalId, name, facts, warnings, token, settings } = account
  const shown = { name, facts, warnings }
  if (await isOfAnother(sql, { organizationId, network, externalId }))
    return { ...shown, state: 'of-another' }
  const [known] = await sql.query(
    'select 1 from channel_account where organization_id = $1 and network = $2 and external_id = $3',
    [organizationId, network, externalId],
  )
  const proposalId = newId()
  await sql.query(
    `insert into channel_proposal (organization_id, id, member_id, network, external_id, name, sealed_token, settings,
       expires_at) values ($1, $2, $3, $4, $5, $6, $7, $8, now() + make_interval(mins => ${proposalMinutes}))`,
    [
      organizationId,
      proposalId,
      actor.kind === 'member' ? actor.memberId : null,
      network,
      externalId,
      name,
      vault.seal(token, proposalPlace(organizationId, proposalId)),
      JSON.stringify(settings),
    ],
  )
  return { ...shown, proposalId, state: known ? 'connected' : 'new' }
}
