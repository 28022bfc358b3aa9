import type { NewPost } from '#core/posts/post.ts'
import type { TeamDesk } from '#core/team-desk/team-desk.ts'
import type { BotTools } from '../context.ts'
import type { PostContent } from '../posts/post-content.ts'
import { postIn } from '../posts/post-in.ts'
import { lobbyTopicKey } from '../team-desk/topic-key.ts'
import { createVoice } from '../voice.ts'

/** The topic in which leads are claimed, with a pinned word of what it is for. Asked for again, it stays as it is. */
export function lobbyOf({ words }: Pick<BotTools, 'words'>, { chatId, language }: TeamDesk): NewPost[] {
  const { say } = createVoice(words, language)
  const topic: PostContent = { method: 'topic', name: say('lobby-name'), color: 16766590, closed: false }
  const welcome: PostContent = { method: 'send', html: say('lobby-welcome') }
  const inLobby = { chat: chatId, topicKey: lobbyTopicKey }
  return [
    postIn({ chat: chatId }, lobbyTopicKey, topic, { standing: true }),
    postIn(inLobby, 'welcome:lobby', welcome, { standing: true, urgency: 2 }),
    postIn(
      inLobby,
      'pin:lobby',
      { method: 'pin' },
      { standing: true, targetKey: 'welcome:lobby', urgency: 3 },
    ),
  ]
}
