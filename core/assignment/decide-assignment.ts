import { isHere, type Presence, shiftNow } from '../presence/shift.ts'

export const assignmentMethods = ['claim', 'round-robin', 'balanced'] as const
export type AssignmentMethod = (typeof assignmentMethods)[number]
/** How one of several is chosen. */
export type ChoosingMethod = Exclude<AssignmentMethod, 'claim'>

/** What rules look at in a lead. */
export interface LeadFacts {
  /** Null: a lead without a conversation. */
  channelAccountId: string | null
  source: string
  /** The person's, such as fr or pt-BR. */
  language: string | null
  /** The team of who served the person before; null: nobody did, or somebody without a team. */
  teamId: string | null
  /** From whom the lead came back: he does not get it again. */
  fromId: string | null
}

/** What a lead must be like; what is null or absent is not looked at. */
export interface RuleConditions {
  channelAccountId?: string | null
  source?: string | null
  language?: string | null
  teamId?: string | null
}

export interface AssignmentRule extends RuleConditions {
  id: string
  method: ChoosingMethod
  /** The members of a team, or some members. */
  target: { teamId: string } | { memberIds: readonly string[] }
}

/** Somebody who works leads, active on the team. */
export interface Assignee extends Presence {
  id: string
  teamId: string | null
  unreachable: boolean
  /** Leads of his that are work: open, and not put aside as handled. */
  open: number
  /** So many at most; null: no limit. */
  capacity: number | null
  lastAssignedAt: Date | null
}

export interface AssignmentPlan {
  /** For leads that no rule is about. */
  method: AssignmentMethod
  /** In their order: the first that is about a lead decides. */
  rules: readonly AssignmentRule[]
}

export interface Situation {
  now: Date
  /** Whether the business is open by its office hours. */
  isOpen: boolean
  team: readonly Assignee[]
}

export type AssignmentDecision =
  | { kind: 'assign'; memberId: string; ruleId: string | null }
  /** It is somebody's, and nobody of them is available now. */
  | { kind: 'wait' }
  /** It is for whoever claims it. */
  | { kind: 'claim' }

/**
 * Decides who gets a lead. The first rule that is about the lead decides among those whom it names, without looking at
 * later ones where all of these are away; a rule whose people have all left the team is passed by. Nobody is given a
 * lead outside his shift, beyond his capacity, or while he cannot be reached.
 */
export function decideAssignment(
  lead: LeadFacts,
  plan: AssignmentPlan,
  { now, isOpen, team }: Situation,
): AssignmentDecision {
  const rule = plan.rules.find((one) => isAbout(one, lead) && targetsOf(one, team).length > 0)
  const method = rule?.method ?? plan.method
  if (method === 'claim') return { kind: 'claim' }
  const available = (rule ? targetsOf(rule, team) : team).filter(
    (member) => member.id !== lead.fromId && isAvailable(member, isOpen, now),
  )
  const [first] = available.toSorted(method === 'balanced' ? byLoad(now) : byTurn)
  return first ? { kind: 'assign', memberId: first.id, ruleId: rule?.id ?? null } : { kind: 'wait' }
}

/** Whether somebody may be given a lead now. */
export const isAvailable = (member: Assignee, isOpen: boolean, now: Date): boolean =>
  !member.unreachable &&
  shiftNow(member, isOpen, now) === 'on' &&
  (member.capacity === null || member.open < member.capacity)

function isAbout(rule: RuleConditions, lead: LeadFacts): boolean {
  const same = (wanted: string | null | undefined, is: string | null) => wanted == null || wanted === is
  return (
    same(rule.channelAccountId, lead.channelAccountId) &&
    same(rule.source, lead.source) &&
    same(rule.language, languageOf(lead.language)) &&
    same(rule.teamId, lead.teamId)
  )
}

/** The language without its country: pt of pt-BR. */
export const languageOf = (code: string | null): string | null => code?.toLowerCase().split(/[-_]/)[0] || null

const targetsOf = ({ target }: AssignmentRule, team: readonly Assignee[]): Assignee[] =>
  team.filter((member) =>
    'teamId' in target ? member.teamId === target.teamId : target.memberIds.includes(member.id),
  )

type Order = (one: Assignee, other: Assignee) => number

/** Who has waited longest for one; who never had one comes first. */
const byTurn: Order = (one, other) =>
  (one.lastAssignedAt?.getTime() ?? 0) - (other.lastAssignedAt?.getTime() ?? 0) ||
  (one.id < other.id ? -1 : 1)

/** Who has least to do: as a share of what he can carry where all have a limit; of equals who is here. */
const byLoad =
  (now: Date): Order =>
  (one, other) =>
    compareLoads(one, other) || Number(isHere(other, now)) - Number(isHere(one, now)) || byTurn(one, other)

const compareLoads: Order = (one, other) =>
  one.capacity === null || other.capacity === null
    ? one.open - other.open
    : one.open * other.capacity - other.open * one.capacity
