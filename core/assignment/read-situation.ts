import type { Sql } from '../database/sql.ts'
import { isOpen } from '../office-hours/office-hours.ts'
import { readHoursOf } from '../office-hours/read-hours-of.ts'
import type { AssignmentPlan, Situation } from './decide-assignment.ts'
import { readAssignees } from './read-assignees.ts'
import { readRules, readSettings } from './read-plan.ts'

/** By what an organization gives its leads to people, and who could be given one now. */
export async function readSituation(
  sql: Sql,
  organizationId: string,
  now: Date,
): Promise<{ plan: AssignmentPlan; situation: Situation }> {
  const { method } = await readSettings(sql, organizationId)
  const rules = await readRules(sql, organizationId)
  const hours = await readHoursOf(sql, organizationId)
  const team = await readAssignees(sql, organizationId)
  return { plan: { method, rules }, situation: { now, isOpen: isOpen(hours, now), team } }
}

/**
 * Decisions of one organization are made one after another, so that each sees what the one before gave to whom. Taken
 * before any member or lead is locked.
 */
export async function holdAssignments(sql: Sql, organizationId: string): Promise<void> {
  await sql.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`${organizationId}/assignment`])
}
