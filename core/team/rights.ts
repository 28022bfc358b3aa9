import type { Role } from './member.ts'
import { isPermission, type Permission, permissions } from './permissions.ts'

/** Whose leads are seen: one's own, those of one's team, or everybody's; the narrowest first. */
export const scopes = ['own', 'team', 'all'] as const
export type Scope = (typeof scopes)[number]

/** What a role gives. */
export interface Rights {
  permissions: readonly Permission[]
  scope: Scope
  /** With a scope that is not all: whether open leads that nobody has are seen too. */
  unclaimed: boolean
}

const agent: readonly Permission[] = ['leads.read', 'leads.work', 'contacts.merge', 'phones.see']

/** The roles that every organization has. */
export const builtInRights: Record<Role, Rights> = {
  owner: { permissions, scope: 'all', unclaimed: true },
  admin: { permissions, scope: 'all', unclaimed: true },
  agent: { permissions: agent, scope: 'all', unclaimed: true },
  viewer: { permissions: ['leads.read', 'phones.see'], scope: 'all', unclaimed: true },
}

/** A role of the organization's own as its row stands. */
export interface OwnRole {
  name: string
  permissions: string[]
  scope: Scope
  unclaimed: boolean
}

/** A member's role as it is read with his row. */
export interface RoleRow {
  role: Role
  ownRole: OwnRole | null
}

/** SQL: the columns of a `RoleRow`, of `m` (member); its own role is `joinOwnRole`. */
export const roleColumns = `m.role, case when r.id is not null then json_build_object('name', r.name,
  'permissions', r.permissions, 'scope', r.scope, 'unclaimed', r.unclaimed) end as "ownRole"`
export const joinOwnRole =
  'left join staff_role r on r.organization_id = m.organization_id and r.id = m.role_id'

/**
 * What a member's role gives. Words that this version does not know give nothing; and nobody manages the team who does not
 * see all, since he could bring into his sight what he likes.
 */
export function rightsOf({ role, ownRole }: RoleRow): Rights {
  if (!ownRole) return builtInRights[role]
  const { scope, unclaimed } = ownRole
  const known = ownRole.permissions.filter(isPermission)
  const given = scope === 'all' ? known : known.filter((permission) => permission !== 'team.manage')
  return { permissions: given, scope, unclaimed }
}

/**
 * The one of the four built-in roles that a role of the organization's own is kept beside: what cannot be told apart
 * from an agent or a viewer by a version that knows only these, and never more.
 */
export const nearestRole = (own: readonly string[]): 'agent' | 'viewer' =>
  own.includes('leads.work') ? 'agent' : 'viewer'
