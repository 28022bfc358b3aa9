import type { NextFunction } from 'grammy'
import type { Actor, Person } from '#core/actor.ts'
import type { BotTools, Membership, StaffContext } from '../context.ts'
import { findPlace } from '../team-desk/find-place.ts'
import { isAnonymous } from '../team-desk/is-anonymous.ts'
import { createVoice } from '../voice.ts'
import { settleElsewhere } from './settle-elsewhere.ts'

/**
 * Finds out who it is and where he writes: a private chat, a team's group, or no chat at all where somebody asks while
 * typing. In any other group or channel the bot has nothing to say. Who is staff in several organizations works for the
 * one that he joined last, since one private chat can show only one desk; in a group he works for that group's.
 */
export const recognise =
  (tools: BotTools) =>
  async (ctx: StaffContext, next: NextFunction): Promise<void> => {
    const { from, chat } = ctx
    if (!from || (from.is_bot && !isAnonymous(ctx))) return
    const isPrivate = chat?.type === 'private' || (!chat && ctx.inlineQuery !== undefined)
    const person: Person = {
      telegramUserId: from.id,
      name: [from.first_name, from.last_name].filter(Boolean).join(' ').slice(0, 200) || String(from.id),
      ...(from.username ? { username: from.username } : {}),
      ...(from.language_code ? { language: from.language_code } : {}),
    }
    const asked: Actor = { kind: 'person', organizationId: '', person }
    const group =
      isPrivate || !chat ? null : await tools.desk.ask(asked, 'findTeamDesk', { chatId: String(chat.id) })
    if (!isPrivate && !group) return settleElsewhere(ctx, tools)
    const memberships = isAnonymous(ctx) ? [] : await tools.desk.ask(asked, 'findMemberships', {})
    const member: Membership | undefined = group
      ? memberships.find(({ organizationId }) => organizationId === group.organizationId)
      : memberships[0]
    const place = await findPlace(
      tools,
      ctx,
      group?.organizationId ?? member?.organizationId,
      group ?? undefined,
    )
    const voice = createVoice(tools.words, member?.language ?? person.language)
    Object.assign(ctx, { tools, person, member, voice, place })
    await next()
  }
