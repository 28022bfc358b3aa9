import type { ParameterizedContext } from 'koa'
import type { Actor } from '#core/actor.ts'
import { DeskError } from '#core/errors.ts'
import { type SessionAnswer, sessionRequest } from '../contract.ts'
import type { ApiTools } from './create-api-router.ts'
import { presentMe } from './present-me.ts'
import { readInitData } from './read-init-data.ts'
import { readJson } from './read-json.ts'
import { createTongue } from './tongue.ts'

/**
 * Exchanges Telegram's launch data for a session. Who is staff in several organizations works for the one that he joined
 * last, as in his chat with the bot.
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
  const person: Actor = { kind: 'person', organizationId: '', person: launch }
  const [member] = await desk.ask(person, 'findMemberships', {})
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
  const facts = { ...member, organization, timeZone: member.timeZone ?? timeZone }
  const me = presentMe(createTongue(words, language, facts.timeZone, now()), facts)
  return { token, expiresAt: expiresAt.toISOString(), me }
}
