import type { KnownActor } from './actor.ts'
import { DeskError } from './errors.ts'
import type { Role } from './team/member.ts'

/** A policy: whether the actor may do something, read like a sentence. */
export type Policy = (actor: KnownActor) => boolean

const hasRole =
  (...allowed: Role[]): Policy =>
  (actor) =>
    actor.kind === 'member' && allowed.includes(actor.role)

export const isSystem: Policy = (actor) => actor.kind === 'system'
export const isPerson: Policy = (actor) => actor.kind === 'person'
export const isMember: Policy = (actor) => actor.kind === 'member'

/** Everybody on the staff may look. */
export const canReadLeads: Policy = (actor) => isMember(actor) || isSystem(actor)
/** A viewer looks and does nothing else. */
export const canWorkLeads = hasRole('owner', 'admin', 'agent')
export const canManageTeam = hasRole('owner', 'admin')
export const canManageChannels: Policy = (actor) => isSystem(actor) || hasRole('owner', 'admin')(actor)

/** A lead may be given back by the one who has it, and by those who lead the team. */
export const canReleaseLead = (actor: KnownActor, ownerId: string): boolean =>
  actor.kind === 'member' && (actor.memberId === ownerId || canManageTeam(actor))

/** Only an owner makes or unmakes admins; nobody unmakes an owner. */
export const canRemoveMember = (actor: KnownActor, role: Role): boolean =>
  canManageTeam(actor) && role !== 'owner' && (role !== 'admin' || hasRole('owner')(actor))

export const canInvite = (actor: KnownActor, role: Role): boolean =>
  canManageTeam(actor) && (role !== 'admin' || hasRole('owner')(actor))

/** @throws DeskError forbidden */
export function authorize(allowed: boolean): void {
  if (!allowed) throw new DeskError('forbidden', 'not-allowed')
}
