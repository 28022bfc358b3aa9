import type { Sql } from '../database/sql.ts'
import type { AssignmentMethod, AssignmentRule, ChoosingMethod } from './decide-assignment.ts'

/** How an organization gives its leads to people. */
export interface AssignmentSettings {
  /** For leads that no rule is about. */
  method: AssignmentMethod
  /** So many open leads at most for each; null: no limit. */
  capacity: number | null
  /** Minutes of office hours without an answer after which a lead goes back; null: never. */
  absenceMinutes: number | null
  /** Whether a lead whose customer waits goes back when its owner's shift is over. */
  returnsOffShift: boolean
}

export async function readSettings(sql: Sql, organizationId: string): Promise<AssignmentSettings> {
  const [row] = await sql.query<AssignmentSettings & Record<string, unknown>>(
    `select method, capacity, absence_minutes as "absenceMinutes", returns_off_shift as "returnsOffShift"
     from assignment_setting where organization_id = $1`,
    [organizationId],
  )
  return row ?? { method: 'claim', capacity: null, absenceMinutes: null, returnsOffShift: false }
}

interface RuleRow extends Record<string, unknown> {
  id: string
  channelAccountId: string | null
  source: string | null
  language: string | null
  teamId: string | null
  method: ChoosingMethod
  targetTeamId: string | null
  memberIds: string[]
}

/** The rules of an organization, in their order. */
export async function readRules(sql: Sql, organizationId: string): Promise<AssignmentRule[]> {
  const rows = await sql.query<RuleRow>(
    `select r.id, r.channel_account_id as "channelAccountId", r.source, r.language, r.team_id as "teamId", r.method,
       r.target_team_id as "targetTeamId",
       coalesce((select array_agg(m.member_id order by m.member_id) from assignment_rule_member m
         where m.organization_id = $1 and m.rule_id = r.id), '{}') as "memberIds"
     from assignment_rule r where r.organization_id = $1 order by r.position, r.id`,
    [organizationId],
  )
  return rows.map(({ targetTeamId, memberIds, ...rule }) => ({
    ...rule,
    target: targetTeamId === null ? { memberIds } : { teamId: targetTeamId },
  }))
}
