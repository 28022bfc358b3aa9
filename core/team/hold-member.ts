import type { Work } from '../command.ts'
import { DeskError } from '../errors.ts'
import type { Role } from './member.ts'
import { joinOwnRole, type Rights, type RoleRow, rightsOf, roleColumns } from './rights.ts'

export interface HeldMember {
  id: string
  name: string
  role: Role
  roleId: string | null
  telegramUserId: number
  isActive: boolean
  rights: Rights
}

/**
 * Reads a member and locks his row: what he is doing at the moment commits first, and what he does later sees the change.
 *
 * @throws DeskError member-not-found, also for one of another organization
 */
export async function holdMember(
  { sql, organizationId }: Pick<Work, 'sql' | 'organizationId'>,
  memberId: string,
): Promise<HeldMember> {
  const key = [organizationId, memberId]
  await sql.query('select id from member where organization_id = $1 and id = $2 for update', key)
  // Read after the lock: a statement that waited would still see what was before.
  const [row] = await sql.query<RoleRow & Omit<HeldMember, 'rights'> & Record<string, unknown>>(
    `select m.id, m.name, m.role_id as "roleId", m.telegram_user_id::float8 as "telegramUserId",
       m.state = 'active' as "isActive", ${roleColumns}
     from member m ${joinOwnRole} where m.organization_id = $1 and m.id = $2`,
    key,
  )
  if (!row) throw new DeskError('not-found', 'member-not-found')
  const { id, name, role, roleId, telegramUserId, isActive } = row
  return { id, name, role, roleId, telegramUserId, isActive, rights: rightsOf(row) }
}

/**
 * Waits for whoever else changes owners, and makes sure that there is another one than the member.
 *
 * @throws DeskError last-owner
 */
export async function mustLeaveAnOwner({ sql, organizationId }: Work, memberId: string): Promise<void> {
  const owners = await sql.query<{ id: string }>(
    `select id from member where organization_id = $1 and role = 'owner' and state = 'active' order by id for update`,
    [organizationId],
  )
  if (owners.every(({ id }) => id === memberId)) throw new DeskError('conflict', 'last-owner')
}
