import { sayRoleOf } from '../cards/words-of-lead.ts'
import { privatePost } from '../posts/private-post.ts'
import { cutLine } from '../text/cut-text.ts'
import { escapeHtml } from '../text/escape-html.ts'
import { createVoice } from '../voice.ts'
import { tellHandedOver } from './member-removed.ts'
import { noticeOf } from './notice.ts'
import { readColleagues } from './team.ts'
import { tellPeople } from './tell-people.ts'

/** Whoever has another role learns which, and who gave it to him; where he works no leads any more, others learn of those that he had. */
export const memberRoleChanged = noticeOf(
  'member.role-changed',
  async (tools, { id, organizationId, data }) => {
    await tellHandedOver(tools, { id, organizationId, ...data })
    const team = await readColleagues(tools, organizationId)
    const member = team.find((one) => one.id === data.memberId)
    const by = team.find((one) => one.id === data.byId)
    if (!member || member.unreachable || member.id === data.byId) return
    const { say } = createVoice(tools.words, member.language)
    const values = {
      by: escapeHtml(cutLine(by?.name ?? say('person-unknown'), 64)),
      role: escapeHtml(sayRoleOf(say, member)),
    }
    const content = { method: 'send' as const, html: `🪪 ${say('notice-role-changed', values)}` }
    const post = privatePost(member.telegramUserId, `role:${id}`, content)
    await tellPeople(tools, organizationId, 'personal', team, [post])
  },
)
