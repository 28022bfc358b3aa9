import { randomBytes } from 'node:crypto'
import { z } from 'zod'
import { defineCommand } from '../command.ts'
import { DeskError } from '../errors.ts'
import { newId, shortId } from '../new-id.ts'
import { isMember } from '../policy.ts'
import { hashSecret } from '../team/invite-member.ts'

/** How long a session lasts, in minutes. */
export const sessionMinutes = 60
/** Sessions that one member may begin within a minute and within a session's time, on all servers together. */
const mostInAMinute = 10
const mostAtATime = 60

const secretBytes = 32

/**
 * Begins a session of the acting member: for an edge that has made sure who he is. Its token is the organization and a
 * secret of 256 bits, and is known to nobody but whom it is given to.
 *
 * @throws DeskError sessions-many, so that whoever has a member's launch data cannot fill the table
 */
export const beginSession = defineCommand({
  input: z.object({ language: z.string().max(35).nullable() }),
  allowed: isMember,
  async run({ actor, sql, organizationId, now, audit }, { language }) {
    if (actor.kind !== 'member') throw new Error('Only members have sessions.')
    const { memberId } = actor
    // One at a time for each member, so that none is counted late.
    await sql.query('select pg_advisory_xact_lock(hashtextextended($1, 39))', [`session/${memberId}`])
    await sql.query(
      'delete from staff_session where organization_id = $1 and member_id = $2 and expires_at <= now()',
      [organizationId, memberId],
    )
    const [begun] = await sql.query<{ all: number; lately: number }>(
      `select count(*)::int as all, (count(*) filter (where created_at > now() - interval '1 minute'))::int as lately
       from staff_session where organization_id = $1 and member_id = $2`,
      [organizationId, memberId],
    )
    if ((begun?.lately ?? 0) >= mostInAMinute || (begun?.all ?? 0) >= mostAtATime) {
      throw new DeskError('conflict', 'sessions-many')
    }
    const secret = randomBytes(secretBytes).toString('base64url')
    const id = newId()
    const expiresAt = new Date(now.getTime() + sessionMinutes * 60_000)
    await sql.query(
      `insert into staff_session (organization_id, id, member_id, secret_hash, language, created_at, expires_at)
       values ($1, $2, $3, $4, $5, $6, $7)`,
      [organizationId, id, memberId, hashSecret(secret), language, now, expiresAt],
    )
    audit('beginSession', { sessionId: id })
    return { sessionId: id, token: `${shortId(organizationId)}${secret}`, expiresAt }
  },
})
