import { canChangeOrganization } from '#core/policy.ts'
import { actorOf, type MemberContext } from '../context.ts'
import type { Face } from '../posts/post-content.ts'
import { readTopicChoice } from './offered-topics.ts'
import { settingsFace } from './settings-face.ts'

/** The settings as they are now, with the organization's for who may change them. */
export async function readSettings(ctx: MemberContext): Promise<Face> {
  const { desk, words } = ctx.tools
  const hours = await desk.ask(actorOf(ctx), 'readOwnHours', {})
  const organization = canChangeOrganization({ kind: 'member', ...ctx.member })
    ? await desk.ask(actorOf(ctx), 'readOrganization', {})
    : undefined
  const topics = await readTopicChoice(ctx)
  return settingsFace(ctx.voice, words, {
    hours,
    ...(topics ? { topics } : {}),
    ...(organization ? { organization } : {}),
  })
}
