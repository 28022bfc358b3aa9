import { sayRoleOf } from '../cards/words-of-lead.ts'
import { privatePost } from '../posts/private-post.ts'
import { escapeHtml } from '../text/escape-html.ts'
import { createVoice } from '../voice.ts'
import { noticeOf } from './notice.ts'
import { readColleagues } from './team.ts'
import { tellPeople } from './tell-people.ts'

/** Whoever invited somebody learns that he has come. */
export const memberJoined = noticeOf('member.joined', async (tools, { id, organizationId, data }) => {
  const team = await readColleagues(tools, organizationId)
  const inviter = team.find((member) => member.id === data.invitedBy)
  const joined = team.find((member) => member.id === data.memberId)
  if (!inviter || inviter.unreachable || !joined) return
  const { say } = createVoice(tools.words, inviter.language)
  const words = { name: escapeHtml(joined.name), role: escapeHtml(sayRoleOf(say, joined)) }
  const said = data.invitedAs ? say('notice-joined-as', { link: escapeHtml(data.invitedAs) }) : ''
  const html = [`🎉 ${say('notice-joined', words)}`, said].filter(Boolean).join(' ')
  const post = privatePost(inviter.telegramUserId, `joined:${id}`, { method: 'send', html })
  await tellPeople(tools, organizationId, 'personal', team, [post])
})
