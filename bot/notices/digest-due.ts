import { privatePost } from '../posts/private-post.ts'
import { botActor, showPosts } from '../posts/show-posts.ts'
import { digestFace } from '../reminders/digest-face.ts'
import { createVoice } from '../voice.ts'
import { noticeOf } from './notice.ts'
import { readColleagues } from './team.ts'

/** The time of a member's digest has come: it is shown where it says something. */
export const digestDue = noticeOf('digest.due', async (tools, { organizationId, data }) => {
  const { memberId, kind, day } = data
  const team = await readColleagues(tools, organizationId)
  const member = team.find(({ id }) => id === memberId)
  if (!member || member.unreachable) return
  const digest = await tools.desk.ask(botActor(organizationId), 'readDigest', { memberId, kind, day })
  if (!digest || digest.isEmpty) return
  const voice = createVoice(tools.words, member.language)
  const { subjects = [], ...face } = digestFace(voice, kind, digest)
  const key = `digest:${kind}:${day}`
  const post = privatePost(member.telegramUserId, key, { method: 'send', ...face }, { urgency: 2, subjects })
  await showPosts(tools.desk, organizationId, [post])
})
