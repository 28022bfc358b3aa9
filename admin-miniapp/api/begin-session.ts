import type { ParameterizedContext } from 'koa'
import type { Actor } from '#core/actor.ts'
import type { Desk, OutputOf } from '#core/desk.ts'
import { DeskError } from '#core/errors.ts'
import { longId } from '#core/new-id.ts'
import type { queries } from '#core/queries.ts'
import { type SessionAnswer, sessionRequest } from '../contract.ts'
import type { ApiTools } from './create-api-router.ts'
import { presentMe } from './present-me.ts'
import { readInitData } from './read-init-data.ts'
import { readJson } from './read-json.ts'
import { createTongue } from './tongue.ts'

/**
 * Exchanges Telegram's launch data for a session. Who is staff in several organizations works for the one whose lead he
 * opens by a link, as from its group, and else for the one that he joined last, as in his chat with the bot.
 *
 * @throws DeskError launch-refused for data that Telegram did not sign for this bot, or not lately; not-a-member
 */
export async function beginSession(
  ctx: ParameterizedContext,
  { desk, words, botToken, now }: ApiTools,
): Promise<SessionAnswer> {
  const { initData } = await readJson(ctx.req, sessionRequest)
  const launch = readInitData(initData, botToken, now().getTime())
  if (!launch) throw new DeskError('forbidden', 'launch-refused')
  ctx.state.say = words.in(launch.language)
  const { asked, ...facts } = launch
  const person: Actor = { kind: 'person', organizationId: '', person: facts }
  const memberships = await desk.ask(person, 'findMemberships', {})
  const member = (await findMembershipOf(desk, memberships, asked)) ?? memberships[0]
  if (!member) throw new DeskError('forbidden', 'not-a-member')
  const { organizationId, memberId } = member
  const actor: Actor = { kind: 'member', organizationId, memberId }
  const language = words.nearest(member.language ?? launch.language)
  ctx.state.say = words.in(language)
  const { token, expiresAt } = await desk.perform(actor, 'beginSession', {
    language: launch.language ?? null,
  })
  // Whoever looks is here, as whoever presses a button is.
  await desk.perform(actor, 'touchPresence', {})
  const { name: organization, timeZone } = await desk.ask(actor, 'readOrganization', {})
  const known = { ...member, organization, timeZone: member.timeZone ?? timeZone }
  const me = presentMe(createTongue(words, language, known.timeZone, now()), known)
  return { token, expiresAt: expiresAt.toISOString(), me }
}

type Membership = OutputOf<(typeof queries)['findMemberships']>[number]

/** The membership in whose organization a lead is that a link asked for; what he sees of it is asked later, in his name. */
async function findMembershipOf(
  desk: Desk,
  memberships: readonly Membership[],
  asked: string | undefined,
): Promise<Membership | undefined> {
  const leadId = longId(/^lead_(.*)$/.exec(asked ?? '')?.[1] ?? '')
  if (!leadId || memberships.length < 2) return undefined
  for (const membership of memberships) {
    const { organizationId } = membership
    const system: Actor = { kind: 'system', organizationId, name: 'mini app' }
    const isHere = await desk.ask(system, 'findLead', { leadId }).then(
      () => true,
      (error: unknown) => {
        if (error instanceof DeskError && error.kind === 'not-found') return false
        throw error
      },
    )
    if (isHere) return membership
  }
  return undefined
}
