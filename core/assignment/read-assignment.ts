import { z } from 'zod'
import { defineQuery } from '../command.ts'
import type { Sql } from '../database/sql.ts'
import { canManageAssignment } from '../policy.ts'
import type { AssignmentRule } from './decide-assignment.ts'
import { readAssignees } from './read-assignees.ts'
import { type AssignmentSettings, readRules, readSettings } from './read-plan.ts'

export interface Named {
  id: string
  name: string
}

/** All that there is to say about who gets which lead. */
export interface AssignmentOverview extends AssignmentSettings {
  rules: AssignmentRule[]
  /** Those who work leads. `capacity`: what holds for him; `own`: whether it is his own. */
  members: (Named & { open: number; capacity: number | null; own: boolean })[]
  /** What rules can be about. */
  channels: (Named & { network: string })[]
  teams: Named[]
  sources: string[]
  languages: string[]
  /** Leads that wait for somebody to be available. */
  waiting: number
}

/** How the organization gives leads to people, with all that can be chosen from. */
export const readAssignment = defineQuery({
  input: z.object({}),
  allowed: canManageAssignment,
  async run({ sql, organizationId }): Promise<AssignmentOverview> {
    const settings = await readSettings(sql, organizationId)
    const rules = await readRules(sql, organizationId)
    const members = await readAssignees(sql, organizationId)
    const own = await sql.query<{ id: string }>(
      `select member_id as id from presence where organization_id = $1 and capacity is not null`,
      [organizationId],
    )
    const choices = await readChoices(sql, organizationId)
    return {
      ...settings,
      rules,
      members: members.map(({ id, name, open, capacity }) => ({
        id,
        name,
        open,
        capacity,
        own: own.some((one) => one.id === id),
      })),
      ...choices,
    }
  },
})

type Choices = Pick<AssignmentOverview, 'channels' | 'teams' | 'sources' | 'languages' | 'waiting'>

/** Sources and languages are those of leads and people that there are, the most frequent ones. */
async function readChoices(sql: Sql, organizationId: string): Promise<Choices> {
  const [row] = await sql.query<Choices & Record<string, unknown>>(
    `select
       (select coalesce(json_agg(json_build_object('id', id, 'name', name, 'network', network)
          order by created_at, id), '[]') from channel_account where organization_id = $1) as channels,
       (select coalesce(json_agg(json_build_object('id', id, 'name', name) order by name), '[]')
        from team where organization_id = $1) as teams,
       (select coalesce(json_agg(source order by many desc, source), '[]') from (
          select source, count(*) as many from lead where organization_id = $1 and created_at > now() - interval '1 year'
          group by source order by many desc, source limit 30) s) as sources,
       (select coalesce(json_agg(language order by many desc, language), '[]') from (
          select lower(split_part(replace(language, '_', '-'), '-', 1)) as language, count(*) as many from contact
          where organization_id = $1 and language ~ '^[A-Za-z]{2,3}([-_]|$)'
          group by 1 order by many desc, 1 limit 30) l) as languages,
       (select count(*)::int from assignment_request where organization_id = $1 and settled_at is null) as waiting`,
    [organizationId],
  )
  return row ?? { channels: [], teams: [], sources: [], languages: [], waiting: 0 }
}
