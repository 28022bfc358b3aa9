import { z } from 'zod'
import type { Work } from '../command.ts'
import { DeskError } from '../errors.ts'

/** What leads a rule is about; null: anything. */
export const conditions = z.object({
  channelAccountId: z.uuid().nullable().optional(),
  source: z.string().min(1).max(100).nullable().optional(),
  /** A language without its country, such as fr. */
  language: z
    .string()
    .regex(/^[a-z]{2,3}$/)
    .nullable()
    .optional(),
  teamId: z.uuid().nullable().optional(),
})

export const mostMembers = 100

/** Whom a rule gives leads to. */
export const target = z.union([
  z.object({ teamId: z.uuid() }),
  z.object({ memberIds: z.array(z.uuid()).min(1).max(mostMembers) }),
])

/**
 * Whom a rule names must be of the organization; a foreign key would only say that something is wrong.
 *
 * @throws DeskError rule-unfit
 */
export async function checkNamed(
  { sql, organizationId }: Work,
  { channelAccountId, teamId }: z.output<typeof conditions>,
  wanted?: z.output<typeof target>,
): Promise<void> {
  const memberIds = wanted && 'memberIds' in wanted ? [...new Set(wanted.memberIds)] : []
  const targetTeamId = wanted && 'teamId' in wanted ? wanted.teamId : null
  const [found] = await sql.query<{ fits: boolean }>(
    `select ($2::uuid is null or exists (select from channel_account where organization_id = $1 and id = $2))
       and ($3::uuid is null or exists (select from team where organization_id = $1 and id = $3))
       and ($4::uuid is null or exists (select from team where organization_id = $1 and id = $4))
       and (select count(*) from member where organization_id = $1 and id = any($5::uuid[])
         and state = 'active') = cardinality($5::uuid[]) as fits`,
    [organizationId, channelAccountId ?? null, teamId ?? null, targetTeamId, memberIds],
  )
  if (!found?.fits) throw new DeskError('invalid', 'rule-unfit')
}

/** Rules are changed one after another: their order is one thing. */
export async function holdRules({ sql, organizationId }: Work): Promise<void> {
  await sql.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [
    `${organizationId}/assignment-rules`,
  ])
}

/** Gives a rule its members anew; for a team there are none. */
export async function writeTarget(
  { sql, organizationId }: Work,
  ruleId: string,
  wanted: z.output<typeof target>,
): Promise<void> {
  const key = [organizationId, ruleId]
  await sql.query(`update assignment_rule set target_team_id = $3 where organization_id = $1 and id = $2`, [
    ...key,
    'teamId' in wanted ? wanted.teamId : null,
  ])
  await sql.query('delete from assignment_rule_member where organization_id = $1 and rule_id = $2', key)
  if (!('memberIds' in wanted)) return
  await sql.query(
    `insert into assignment_rule_member (organization_id, rule_id, member_id)
     select $1, $2, id from unnest($3::uuid[]) as w(id) on conflict do nothing`,
    [...key, wanted.memberIds],
  )
}
