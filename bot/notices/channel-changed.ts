import type { Say } from '#core/i18n.ts'
import { shortId } from '#core/new-id.ts'
import { callbackData } from '../callback-data.ts'
import { sayNetwork } from '../cards/words-of-lead.ts'
import type { BotTools } from '../context.ts'
import type { Button } from '../posts/post-content.ts'
import { privatePost } from '../posts/private-post.ts'
import { botActor, showPosts } from '../posts/show-posts.ts'
import { escapeHtml } from '../text/escape-html.ts'
import { createVoice } from '../voice.ts'
import { sayFailure } from './failure-words.ts'
import { noticeOf } from './notice.ts'
import { leadersOf, readColleagues } from './team.ts'

/** A channel sends nothing any more until a person mends it: owners and admins learn why and what to do. */
export const channelStopped = noticeOf('channel.stopped', async (tools, { id, organizationId, data }) => {
  const { channelAccountId, failure } = data
  await tellLeaders(tools, organizationId, channelAccountId, `stopped:${id}`, (say, values) => ({
    html: `🛑 ${say('channel-stopped', values)}\n${sayFailure(say, failure)}\n\n${say('channel-stopped-advice')}`,
    buttons: [[{ text: say('button-resume'), data: callbackData('resume', shortId(channelAccountId)) }]],
  }))
})

/** A stopped channel sends again. */
export const channelResumed = noticeOf('channel.resumed', async (tools, { id, organizationId, data }) => {
  await tellLeaders(tools, organizationId, data.channelAccountId, `resumed:${id}`, (say, values) => ({
    html: `✅ ${say('channel-resumed', values)}`,
  }))
})

async function tellLeaders(
  tools: BotTools,
  organizationId: string,
  channelAccountId: string,
  key: string,
  write: (say: Say, values: { network: string; name: string }) => { html: string; buttons?: Button[][] },
) {
  const channel = await tools.desk.ask(botActor(organizationId), 'findChannel', { channelAccountId })
  const team = await readColleagues(tools, organizationId)
  const posts = leadersOf(team).map((member) => {
    const { say } = createVoice(tools.words, member.language)
    const values = {
      network: escapeHtml(sayNetwork(say, channel.network)),
      name: escapeHtml(channel.name),
    }
    return privatePost(member.telegramUserId, key, { method: 'send', ...write(say, values) })
  })
  await showPosts(tools.desk, organizationId, posts)
}
