import type { KnownMember } from '../actor.ts'
import { kept } from '../database/kept-plans.ts'
import type { Sql } from '../database/sql.ts'
import type { Role } from './member.ts'
import { type OwnRole, rightsOf } from './rights.ts'
import { sightIn } from './sight.ts'

interface Row extends Record<string, unknown> {
  role: Role
  name: string
  state: string
  roleId: string | null
  teamId: string | null
}

/**
 * Reads an active member and what he may do; undefined where there is none.
 *
 * @param lock holds his row until the end of the transaction, against a removal and a change of his role at the same
 *   moment: none of the two commits before what he does then, and what he does after it is refused
 */
export async function readKnownMember(
  sql: Sql,
  organizationId: string,
  memberId: string,
  { lock }: { lock: boolean },
): Promise<KnownMember | undefined> {
  const [member] = await sql.query<Row>(
    kept(`select role, name, state, role_id as "roleId", team_id as "teamId" from member
     where organization_id = $1 and id = $2 ${lock ? 'for share' : ''}`),
    [organizationId, memberId],
  )
  if (member?.state !== 'active') return undefined
  const { role, name, roleId, teamId } = member
  // Read after the lock and not with it: a statement that waited would still see the role as it was before.
  const ownRole = roleId === null ? null : await findOwnRole(sql, organizationId, roleId)
  const rights = rightsOf({ role, ownRole })
  const colleagues =
    rights.scope === 'team' && teamId !== null ? await listTeam(sql, organizationId, teamId) : []
  const sees = sightIn({ id: memberId, teamId }, rights, colleagues)
  return { kind: 'member', organizationId, memberId, role, name, permissions: rights.permissions, sees }
}

async function findOwnRole(sql: Sql, organizationId: string, roleId: string): Promise<OwnRole | null> {
  const [role] = await sql.query<OwnRole & Record<string, unknown>>(
    `select name, permissions, scope, unclaimed from staff_role where organization_id = $1 and id = $2`,
    [organizationId, roleId],
  )
  return role ?? null
}

async function listTeam(sql: Sql, organizationId: string, teamId: string) {
  const team = await sql.query<{ id: string }>(
    `select id from member where organization_id = $1 and team_id = $2 and state = 'active'`,
    [organizationId, teamId],
  )
  return team.map(({ id }) => ({ id, teamId }))
}
