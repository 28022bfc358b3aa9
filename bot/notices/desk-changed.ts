import { askerOf } from '#core/actor.ts'
import type { FixedKind } from '#core/notices/notice-choice.ts'
import { canManageTeam } from '#core/policy.ts'
import type { TeamDesk } from '#core/team-desk/team-desk.ts'
import type { BotTools } from '../context.ts'
import type { Face } from '../posts/post-content.ts'
import { privatePost } from '../posts/private-post.ts'
import { botActor, showPosts } from '../posts/show-posts.ts'
import { checkButton, groupName, sayLack } from '../team-desk/desk-face.ts'
import { createVoice, type Voice } from '../voice.ts'
import { lobbyOf } from './lobby-topic.ts'
import { noticeOf } from './notice.ts'
import { readColleagues } from './team.ts'
import { tellElsewhere } from './tell-elsewhere.ts'
import { tellPeople } from './tell-people.ts'

/**
 * The team has a group: its lobby is made, and those who lead the team learn of it. Whoever chose it was told where he did
 * so.
 */
export const deskConnected = noticeOf('desk.connected', async (tools, { organizationId, data }) => {
  const { chatId, previousChatId, version, byId } = data
  const desk = await findDesk(tools, organizationId, chatId)
  if (!desk) return
  await showPosts(tools.desk, organizationId, lobbyOf(tools, desk))
  await tellLeading(
    tools,
    organizationId,
    'personal',
    `desk-connected:${chatId}:${version}`,
    byId,
    ({ say }) => ({
      html: `👥 ${say('notice-desk-connected', { name: groupName(desk.title) })}`,
    }),
  )
  if (!previousChatId) return
  await tellElsewhere(tools, organizationId, previousChatId)
  await tools.desk.perform(botActor(organizationId), 'endWaitingPosts', { chatId: previousChatId })
})

/** The group cannot be written to: those who lead learn why and what to do, once, and news goes to private chats. */
export const deskBroken = noticeOf('desk.broken', async (tools, { organizationId, data }) => {
  const { chatId, reason, version } = data
  await tellLeading(tools, organizationId, 'alarm', `desk-broken:${chatId}:${version}`, null, ({ say }) => ({
    html: [`🔴 ${say('notice-desk-broken')}`, sayLack(say, reason), say('notice-desk-meanwhile')].join(
      '\n\n',
    ),
    buttons: [[checkButton(say, chatId)]],
  }))
  const desk = await findDesk(tools, organizationId, chatId)
  // Mended meanwhile: what waited is shown in the group.
  if (desk?.state === 'broken') await tellElsewhere(tools, organizationId, chatId)
})

/** The group works again. Whoever had it looked at was told there. */
export const deskMended = noticeOf('desk.mended', async (tools, { organizationId, data }) => {
  const { chatId, version, byId } = data
  const desk = await findDesk(tools, organizationId, chatId)
  if (!desk) return
  await showPosts(tools.desk, organizationId, lobbyOf(tools, desk))
  await tellLeading(tools, organizationId, 'quiet', `desk-mended:${chatId}:${version}`, byId, ({ say }) => ({
    html: `🟢 ${say('notice-desk-mended', { name: groupName(desk.title) })}`,
  }))
})

/** The group goes on under another number: those who lead learn why its topics and cards are made again. */
export const deskMoved = noticeOf('desk.moved', async (tools, { organizationId, data }) => {
  const desk = await findDesk(tools, organizationId, data.chatId)
  if (!desk) return
  await tellLeading(tools, organizationId, 'personal', `desk-moved:${data.chatId}`, null, ({ say }) => ({
    html: `👥 ${say('notice-desk-moved', { name: groupName(desk.title) })}`,
  }))
})

/** The team works in private chats again. */
export const deskLeft = noticeOf('desk.left', async (tools, { id, organizationId, data }) => {
  await tellLeading(tools, organizationId, 'personal', `desk-left:${id}`, null, ({ say }) => ({
    html: `👤 ${say('notice-desk-left')}`,
  }))
  await tellElsewhere(tools, organizationId, data.chatId)
  await tools.desk.perform(botActor(organizationId), 'endWaitingPosts', { chatId: data.chatId })
})

async function findDesk(
  tools: BotTools,
  organizationId: string,
  chatId: string,
): Promise<TeamDesk | undefined> {
  const desk = await tools.desk.ask(botActor(organizationId), 'readTeamDesk', {})
  return desk?.chatId === chatId ? desk : undefined
}

/** Tells those who can change it something of the group, each in his language; not the one who knows it already. */
async function tellLeading(
  tools: BotTools,
  organizationId: string,
  kind: FixedKind,
  key: string,
  knowingId: string | null | undefined,
  write: (voice: Voice) => Face,
): Promise<void> {
  const team = await readColleagues(tools, organizationId)
  const leading = team.filter(
    (member) => canManageTeam(askerOf(member)) && !member.unreachable && member.id !== knowingId,
  )
  const posts = leading.map((member) => {
    const face = write(createVoice(tools.words, member.language))
    return privatePost(member.telegramUserId, key, { method: 'send', ...face })
  })
  await tellPeople(tools, organizationId, kind, team, posts)
}
