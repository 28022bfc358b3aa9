import type { OutputOf } from '#core/desk.ts'
import type { FixedKind } from '#core/notices/notice-choice.ts'
import type { queries } from '#core/queries.ts'
import { sayChannel } from '../cards/words-of-lead.ts'
import type { BotTools } from '../context.ts'
import type { Button } from '../posts/post-content.ts'
import { privatePost } from '../posts/private-post.ts'
import { botActor } from '../posts/show-posts.ts'
import { escapeHtml } from '../text/escape-html.ts'
import { createVoice, type Voice } from '../voice.ts'
import { channelKeepersOf, readColleagues } from './team.ts'
import { tellPeople } from './tell-people.ts'

type FoundChannel = OutputOf<(typeof queries)['findChannel']>

/** What is told of a channel, and how. `key` names the post; `targetKey` the earlier one that it changes. */
interface ChannelNews {
  kind: FixedKind
  key: string
  targetKey?: string
  /** `title`: what the channel is called, as HTML. */
  write(voice: Voice, title: string, channel: FoundChannel): { html: string; buttons?: Button[][] }
}

/** Tells those who keep the channels something of a channel, each in his language; several posts in their order. */
export async function tellLeaders(
  tools: BotTools,
  organizationId: string,
  channelAccountId: string,
  ...news: ChannelNews[]
): Promise<void> {
  const channel = await tools.desk.ask(botActor(organizationId), 'findChannel', { channelAccountId })
  const team = await readColleagues(tools, organizationId)
  for (const { kind, key, targetKey, write } of news) {
    const posts = channelKeepersOf(team).map((member) => {
      const voice = createVoice(tools.words, member.language)
      const face = write(voice, escapeHtml(sayChannel(voice.say, channel)), channel)
      return targetKey === undefined
        ? privatePost(member.telegramUserId, key, { method: 'send', ...face })
        : privatePost(
            member.telegramUserId,
            key,
            { method: 'edit', ...face },
            { targetKey, mergeKey: `change:${targetKey}`, urgency: 2 },
          )
    })
    await tellPeople(tools, organizationId, kind, team, posts)
  }
}
