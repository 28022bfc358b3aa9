import { privatePost } from '../posts/private-post.ts'
import { cutLine } from '../text/cut-text.ts'
import { escapeHtml } from '../text/escape-html.ts'
import { createVoice } from '../voice.ts'
import { noticeOf } from './notice.ts'
import { readColleagues } from './team.ts'
import { tellPeople } from './tell-people.ts'

/** Telegram makes no topics in a member's chat any more: he learns why, and that nothing is lost. */
export const topicsRefused = noticeOf(
  'member.topics-refused',
  async (tools, { id, organizationId, data }) => {
    const team = await readColleagues(tools, organizationId)
    const member = team.find((one) => one.id === data.memberId)
    if (!member || member.unreachable) return
    const { say } = createVoice(tools.words, member.language)
    const reason = `<code>${escapeHtml(cutLine(data.reason, 200))}</code>`
    const html = `🗂 ${say('notice-topics-refused')}\n${say('desk-lack-other')}\n${reason}`
    const post = privatePost(member.telegramUserId, `topics-refused:${id}`, { method: 'send', html })
    await tellPeople(tools, organizationId, 'personal', team, [post])
  },
)
