import type { Sql } from '../database/sql.ts'
import { DeskError } from '../errors.ts'

/** How long an account waits to be connected, in minutes; then its token is deleted. */
export const proposalMinutes = 30

/** Where a proposal's sealed token belongs: it opens nowhere else. */
export const proposalPlace = (organizationId: string, proposalId: string): string =>
  `${organizationId}/channel_proposal/${proposalId}/token`

export interface ProposalRow extends Record<string, unknown> {
  network: string
  externalId: string
  name: string
  settings: Record<string, string>
  /** Null once it is connected. */
  sealedToken: Buffer | null
  channelAccountId: string | null
}

/**
 * Reads a proposal of this member: nobody connects what another one has put in.
 *
 * @throws DeskError proposal-gone when it has run out, was withdrawn, or is not his
 */
export async function findProposal(
  sql: Sql,
  { organizationId, memberId, proposalId }: { organizationId: string; memberId: string; proposalId: string },
  lock: 'for update' | '' = '',
): Promise<ProposalRow> {
  const [proposal] = await sql.query<ProposalRow>(
    `select network, external_id as "externalId", name, settings, sealed_token as "sealedToken",
       channel_account_id as "channelAccountId" from channel_proposal
     where organization_id = $1 and id = $2 and member_id = $3 and expires_at > now() ${lock}`,
    [organizationId, proposalId, memberId],
  )
  if (!proposal) throw new DeskError('not-found', 'proposal-gone')
  return proposal
}
