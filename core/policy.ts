import type { Asker, KnownActor } from './actor.ts'
import { DeskError } from './errors.ts'
import type { Role } from './team/member.ts'
import type { Permission } from './team/permissions.ts'
import { builtInRights } from './team/rights.ts'
import { canSee, type Seen } from './team/sight.ts'

/** A policy: whether the actor may do something, read like a sentence. */
export type Policy = (actor: Asker) => boolean

/** What the role of the member gives; nobody else has a role. */
const has =
  (permission: Permission): Policy =>
  (actor) =>
    actor.kind === 'member' && actor.permissions.includes(permission)

export const isSystem: Policy = (actor) => actor.kind === 'system'
export const isPerson: Policy = (actor) => actor.kind === 'person'
export const isMember: Policy = (actor) => actor.kind === 'member'
export const isOwner: Policy = (actor) => actor.kind === 'member' && actor.role === 'owner'

export const canReadLeads: Policy = (actor) => isSystem(actor) || has('leads.read')(actor)
/** A viewer looks and does nothing else. */
export const canWorkLeads = has('leads.work')
/** Prepare answers that others send; whoever may answer may do that too. */
export const canDraftReplies: Policy = (actor) => canWorkLeads(actor) || has('leads.draft')(actor)
export const canAssignLeads = has('leads.assign')
export const canImportLeads = has('leads.import')
export const canMergeContacts = has('contacts.merge')
export const canEraseContacts = has('contacts.erase')
export const canHandleOthersReminders = has('reminders.others')
export const canShareQuickReplies = has('quick-replies.share')
export const canManageTeam = has('team.manage')
export const canManageChannels: Policy = (actor) => isSystem(actor) || has('channels.manage')(actor)
export const canViewJobs = has('jobs.view')
export const canSeeReports = has('reports.see')
/** Telephone numbers and e-mail addresses as they are; others see them masked. */
export const canSeePhones: Policy = (actor) => isSystem(actor) || has('phones.see')(actor)

/** What holds for everybody is for those who own the business. */
export const canChangeOrganization = isOwner

/** Whether a lead is among those that the actor's role lets him see at all. Parley itself sees all. */
export const canSeeLead = (
  actor: KnownActor,
  { ownerId, closedAt }: { [Part in keyof Seen]?: Seen[Part] | undefined },
): boolean =>
  isSystem(actor) ||
  (actor.kind === 'member' && canSee(actor.sees, { ownerId: ownerId ?? null, closedAt: closedAt ?? null }))

/** A lead may be given back by the one who has it, and by those who may take leads back from others. */
export const canReleaseLead = (actor: Asker, ownerId: string): boolean =>
  actor.kind === 'member' && (actor.memberId === ownerId || has('leads.release-others')(actor))

/** Who may give leads to colleagues may give any; everybody who works leads may hand over his own. */
export const canAssignLead = (actor: Asker, ownerId: string | null): boolean =>
  canAssignLeads(actor) || (actor.kind === 'member' && canWorkLeads(actor) && actor.memberId === ownerId)

/** Who leads the team says who gets which leads, and when the business is open. */
export const canManageAssignment = canManageTeam

/**
 * Whether the actor may give somebody such permissions, or take them from him: he manages the team and has all of them
 * himself. Nobody becomes more than those who made him.
 */
export const canGive = (actor: Asker, permissions: readonly Permission[]): boolean =>
  actor.kind === 'member' &&
  canManageTeam(actor) &&
  permissions.every((permission) => actor.permissions.includes(permission))

/** Whether the actor decides over somebody of that role: only owners make and unmake owners and admins. */
export const canRule = (
  actor: Asker,
  { role, permissions }: { role: Role; permissions: readonly Permission[] },
) => canGive(actor, permissions) && ((role !== 'owner' && role !== 'admin') || isOwner(actor))

export const canInvite = (actor: Asker, role: Role): boolean =>
  canRule(actor, { role, permissions: builtInRights[role].permissions })

/** @throws DeskError forbidden */
export function authorize(allowed: boolean): void {
  if (!allowed) throw new DeskError('forbidden', 'not-allowed')
}
