import { z } from 'zod'
import { holdAssignee } from '../../assignment/hold-assignee.ts'
import { defineCommand, type Work } from '../../command.ts'
import { DeskError } from '../../errors.ts'
import { newId } from '../../new-id.ts'
import { authorize, canGive, canManageTeam } from '../../policy.ts'
import { handOver, namedLeads } from '../hand-over.ts'
import { nearestRole, type Rights } from '../rights.ts'
import { findOwnRole } from './find-own-role.ts'
import { readName, roleInput, withReading } from './role-input.ts'

/** So many roles of its own an organization may have. */
const mostRoles = 30

/**
 * Makes a role of the organization's own, or changes parts of one; whoever has it has the changed rights at once. It
 * gives no more than its maker has, and nobody changes the role that he has himself. Heard twice, a new one is made
 * once: its name is its name. Those who work leads no more with it keep their open ones, unless `leads` says where these
 * go: `free`, back to where everybody finds them, or with their reminders to a successor.
 *
 * @throws DeskError name-length, role-exists, role-many, role-not-found, role-of-oneself, role-needs-all (who manages the
 *   team sees all leads), assignee-unfit for a successor who does not work leads
 */
export const saveRole = defineCommand({
  input: roleInput.extend({
    roleId: z.uuid().exactOptional(),
    leads: z.union([z.literal('free'), z.object({ successorId: z.uuid() })]).exactOptional(),
  }),
  allowed: canManageTeam,
  async run(work, { roleId, leads, ...change }) {
    const { actor, sql, organizationId, audit, record } = work
    await holdRoles(work)
    const known = roleId === undefined ? undefined : await findOwnRole(work, roleId, 'update')
    const rights: Rights = {
      permissions: withReading(change.permissions ?? known?.rights.permissions ?? []),
      scope: change.scope ?? known?.rights.scope ?? 'all',
      unclaimed: change.unclaimed ?? known?.rights.unclaimed ?? true,
    }
    authorize(canGive(actor, rights.permissions) && (!known || canGive(actor, known.rights.permissions)))
    const name = change.name === undefined && known ? known.name : readName(change.name ?? '')
    if (rights.permissions.includes('team.manage') && rights.scope !== 'all') {
      throw new DeskError('conflict', 'role-needs-all')
    }
    const same = await findSame(work, name)
    if (same && same !== roleId) {
      if (known) throw new DeskError('conflict', 'role-exists', { name })
      return { roleId: await heardBefore(work, same, rights, name) }
    }
    const id = roleId ?? newId()
    const successor = typeof leads === 'object' ? await holdAssignee(work, leads.successorId) : undefined
    const bearerIds = known ? await holdBearers(work, id, rights) : []
    if (typeof leads === 'object' && (!successor || bearerIds.includes(successor.memberId))) {
      throw new DeskError('invalid', 'assignee-unfit')
    }
    const [written] = await sql.query(
      `insert into staff_role (organization_id, id, name, permissions, scope, unclaimed, created_by)
       select $1, $2, $3, $4, $5, $6, $7 where $8 or (select count(*) from staff_role where organization_id = $1) < ${mostRoles}
       on conflict (organization_id, id) do update set name = excluded.name, permissions = excluded.permissions,
         scope = excluded.scope, unclaimed = excluded.unclaimed, updated_at = now() returning id`,
      [
        organizationId,
        id,
        name,
        rights.permissions,
        rights.scope,
        rights.unclaimed,
        actor.kind === 'member' ? actor.memberId : null,
        known !== undefined,
      ],
    )
    if (!written) throw new DeskError('conflict', 'role-many', { limit: mostRoles })
    const handed =
      leads && !rights.permissions.includes('leads.work') ? await handOver(work, bearerIds, successor) : []
    audit('saveRole', { roleId: id, ...rights, ...(handed.length > 0 ? { leads: handed.length } : {}) })
    if (handed.length > 0 && actor.kind === 'member') {
      const successorId = successor?.memberId ?? null
      const told = { successorId, leads: handed.length, leadIds: handed.slice(0, namedLeads) }
      record({ type: 'role.changed', data: { roleId: id, byId: actor.memberId, ...told }, lane: id })
    }
    return { roleId: id }
  },
})

/** Of two who make a role of one name at once, the second is told. */
export const holdRoles = ({ sql, organizationId }: Work) =>
  sql.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`${organizationId}/staff-roles`])

async function findSame({ sql, organizationId }: Work, name: string): Promise<string | undefined> {
  const [same] = await sql.query<{ id: string }>(
    'select id from staff_role where organization_id = $1 and lower(name) = lower($2)',
    [organizationId, name],
  )
  return same?.id
}

async function heardBefore(work: Work, id: string, wanted: Rights, name: string): Promise<string> {
  const { rights } = await findOwnRole(work, id)
  const isSame =
    rights.scope === wanted.scope &&
    rights.unclaimed === wanted.unclaimed &&
    [...rights.permissions].sort().join() === [...wanted.permissions].sort().join()
  if (!isSame) throw new DeskError('conflict', 'role-exists', { name })
  return id
}

/**
 * Waits for what those who have the role are doing, so that nothing of the earlier rights commits after the change; and
 * keeps the nearest of the four roles right.
 *
 * @returns who they are
 */
async function holdBearers(
  { actor, sql, organizationId }: Work,
  roleId: string,
  { permissions }: Rights,
): Promise<string[]> {
  const bearers = await sql.query<{ id: string }>(
    'select id from member where organization_id = $1 and role_id = $2 order by id for update',
    [organizationId, roleId],
  )
  if (actor.kind === 'member' && bearers.some(({ id }) => id === actor.memberId)) {
    throw new DeskError('conflict', 'role-of-oneself')
  }
  for (const table of ['member', 'invitation']) {
    await sql.query(
      `update ${table} set role = $3 where organization_id = $1 and role_id = $2 and role <> $3`,
      [organizationId, roleId, nearestRole(permissions)],
    )
  }
  return bearers.map(({ id }) => id)
}
