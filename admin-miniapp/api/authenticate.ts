import type { ParameterizedContext } from 'koa'
import type { Actor } from '#core/actor.ts'
import type { Desk } from '#core/desk.ts'
import { DeskError } from '#core/errors.ts'
import { longId } from '#core/new-id.ts'
import type { FoundSession } from '#core/sessions/find-session.ts'

/** Who asks, by a session that lasts. */
export interface Asking {
  actor: Actor
  session: FoundSession
}

/** The name of an organization, and 32 bytes, both in base64url. */
const tokenShape = /^Bearer ([\w-]{22})([\w-]{43})$/

/**
 * Finds out by the header `Authorization` who asks; never by an address or a cookie. The session is looked up in the
 * database each time, and so is its member: whoever is taken off the team is out with his next request.
 *
 * @throws DeskError session-over, one answer for everything that is no session
 */
export async function authenticate(ctx: ParameterizedContext, desk: Desk): Promise<Asking> {
  const [, organization = '', secret = ''] = tokenShape.exec(ctx.get('Authorization')) ?? []
  const organizationId = longId(organization)
  const session =
    organizationId && secret
      ? await desk.ask({ kind: 'system', organizationId, name: 'mini app' }, 'findSession', { secret })
      : null
  if (!organizationId || !session) throw new DeskError('forbidden', 'session-over')
  return { actor: { kind: 'member', organizationId, memberId: session.memberId }, session }
}
