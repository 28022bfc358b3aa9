import { z } from 'zod'
import { cleanText } from '../clean-text.ts'
import { defineCommand, type Work } from '../command.ts'
import { DeskError } from '../errors.ts'
import { newId } from '../new-id.ts'
import { canManageTeam } from '../policy.ts'
import { holdMember } from './hold-member.ts'
import { readName } from './roles/role-input.ts'

/** So many teams an organization may have. */
const mostTeams = 50

/**
 * Puts a member into a team, by its id or by its name, which makes it where there is none; null: into none. A team that
 * nobody is in and no rule speaks of is gone.
 *
 * @throws DeskError member-not-found, team-not-found, team-many, name-length
 */
export const setMemberTeam = defineCommand({
  input: z.object({
    memberId: z.uuid(),
    team: z
      .union([z.object({ id: z.uuid() }), z.object({ name: z.string().max(1_000).transform(cleanText) })])
      .nullable(),
  }),
  allowed: canManageTeam,
  async run(work, { memberId, team }) {
    const { sql, organizationId, audit } = work
    const member = await holdMember(work, memberId)
    if (!member.isActive) throw new DeskError('not-found', 'member-not-found')
    await sql.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`${organizationId}/teams`])
    const teamId = team === null ? null : 'id' in team ? team.id : await findOrAdd(work, readName(team.name))
    const [found] = await sql.query(
      `update member set team_id = $3 where organization_id = $1 and id = $2
         and ($3::uuid is null or exists (select from team where organization_id = $1 and id = $3)) returning id`,
      [organizationId, memberId, teamId],
    )
    if (!found) throw new DeskError('not-found', 'team-not-found')
    await sql.query(
      `delete from team t where organization_id = $1
         and not exists (select from member m where m.organization_id = $1 and m.team_id = t.id)
         and not exists (select from assignment_rule r where r.organization_id = $1 and t.id in (r.team_id, r.target_team_id))`,
      [organizationId],
    )
    audit('setMemberTeam', { memberId, teamId })
    return { teamId }
  },
})

async function findOrAdd({ sql, organizationId }: Work, name: string): Promise<string> {
  const [known] = await sql.query<{ id: string }>(
    'select id from team where organization_id = $1 and lower(name) = lower($2)',
    [organizationId, name],
  )
  if (known) return known.id
  const id = newId()
  const [added] = await sql.query(
    `insert into team (organization_id, id, name) select $1, $2, $3
     where (select count(*) from team where organization_id = $1) < ${mostTeams} returning id`,
    [organizationId, id, name],
  )
  if (!added) throw new DeskError('conflict', 'team-many', { limit: mostTeams })
  return id
}
