import { gatheredFace } from '../notice-choices/gathered-face.ts'
import { privatePost } from '../posts/private-post.ts'
import { botActor, showPosts } from '../posts/show-posts.ts'
import { createVoice } from '../voice.ts'
import { noticeOf } from './notice.ts'
import { readColleagues } from './team.ts'

/** What a member wants to have put together: one post for all of it. */
export const noticesGathered = noticeOf('notices.gathered', async (tools, { organizationId, data }) => {
  const { memberId, batch } = data
  const team = await readColleagues(tools, organizationId)
  const member = team.find(({ id }) => id === memberId)
  if (!member || member.unreachable) return
  const gathered = await tools.desk.ask(botActor(organizationId), 'readGathered', { memberId, batch })
  if (!gathered || gathered.total === 0) return
  const { subjects = [], ...face } = gatheredFace(createVoice(tools.words, member.language), gathered)
  const content = { method: 'send' as const, ...face, silent: true }
  const post = privatePost(member.telegramUserId, `gathered:${batch}`, content, { urgency: 2, subjects })
  await showPosts(tools.desk, organizationId, [post])
})
