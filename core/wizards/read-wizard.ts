import { z } from 'zod'
import { defineQuery } from '../command.ts'
import { isMember } from '../policy.ts'
import type { Vault } from '../secrets/vault.ts'
import { memberOf, wizardPlace } from './wizard-state.ts'

interface Row {
  [column: string]: unknown
  revision: number
  heard: string[]
  name: string | null
  version: number | null
  sealed: Buffer | null
  expired: boolean
}

/** The wizard that a member is in. */
export interface RunningWizard {
  name: string
  version: number
  /** Undefined where it cannot be read any more: its key is gone. */
  state: unknown
}

/**
 * How far the member has come in his wizard. `running` is null where he is in none; `expired` names the one that has
 * waited too long for him. `revision` and `heard` are for `keepWizard`.
 */
export const readWizard = defineQuery({
  input: z.object({}),
  allowed: isMember,
  async run(work) {
    const { sql, organizationId, vault } = work
    const memberId = memberOf(work)
    const [row] = await sql.query<Row>(
      `select revision, heard, name, version, sealed_state as sealed, expires_at <= now() as expired from wizard
       where organization_id = $1 and member_id = $2`,
      [organizationId, memberId],
    )
    if (!row) return { revision: 0, heard: [], running: null, expired: null }
    const { revision, heard, name, version, sealed, expired } = row
    if (name === null || version === null || sealed === null || expired) {
      return { revision, heard, running: null, expired: expired ? name : null }
    }
    const state = openState(vault, sealed, wizardPlace(organizationId, memberId))
    return { revision, heard, running: { name, version, state } satisfies RunningWizard, expired: null }
  },
})

/** A lost key loses at most a day of half-said things, which is no reason to fail each time that somebody writes. */
function openState(vault: Vault, sealed: Buffer, place: string): unknown {
  try {
    return JSON.parse(vault.open(sealed, place))
  } catch {
    return undefined
  }
}
