import type { Sql } from '../database/sql.ts'
import { DeskError } from '../errors.ts'
import { formNetworks } from './form-settings.ts'

export interface FormRow extends Record<string, unknown> {
  network: string
  externalId: string
  name: string
  state: 'active' | 'stopped'
  settings: Record<string, string>
  sealedToken: Buffer | null
}

/**
 * Reads a form for a change.
 *
 * @throws DeskError channel-not-found, not-a-form
 */
export async function findForm(
  sql: Sql,
  organizationId: string,
  channelAccountId: string,
  lock: 'for update' | '' = '',
): Promise<FormRow> {
  const [form] = await sql.query<FormRow>(
    `select network, external_id as "externalId", name, state, settings, sealed_token as "sealedToken"
     from channel_account where organization_id = $1 and id = $2 ${lock}`,
    [organizationId, channelAccountId],
  )
  if (!form) throw new DeskError('not-found', 'channel-not-found')
  if (!formNetworks.some((network) => network === form.network)) throw new DeskError('invalid', 'not-a-form')
  return form
}
