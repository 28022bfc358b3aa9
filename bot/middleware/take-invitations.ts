import type { NextFunction } from 'grammy'
import { DeskError } from '#core/errors.ts'
import { longId } from '#core/new-id.ts'
import { greet } from '../commands/greet.ts'
import { isFromMember, type MemberContext, type StaffContext } from '../context.ts'
import { sayError } from '../error-words.ts'
import { sayToStranger } from './answer-strangers.ts'

const link = /^\/start(?:@\w+)?\s+invite_([\w-]+)$/
const organizationChars = 22

/** `/start invite_<code>`: from anybody, since who opens an invitation is not on the team yet. */
export async function takeInvitations(ctx: StaffContext, next: NextFunction): Promise<void> {
  const code = link.exec(ctx.message?.text ?? '')?.[1]
  if (code === undefined) return next()
  const { tools, person } = ctx
  const organizationId = longId(code.slice(0, organizationChars))
  let invitedBy = ''
  try {
    const secret = code.slice(organizationChars)
    if (!organizationId || secret === '') throw new DeskError('not-found', 'invitation-unknown')
    const actor = { kind: 'person' as const, organizationId, person }
    ;({ invitedBy } = await tools.desk.perform(actor, 'acceptInvitation', { secret }))
    const memberships = await tools.desk.ask({ ...actor, organizationId: '' }, 'findMemberships', {})
    ctx.member = memberships.find((membership) => membership.organizationId === organizationId)
  } catch (error) {
    if (!(error instanceof DeskError)) throw error
    return sayToStranger(ctx, sayError(ctx.voice.say, error))
  }
  if (isFromMember(ctx)) await greet(ctx as MemberContext, { invitedBy })
}
