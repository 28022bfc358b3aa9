import type { NewPost } from '#core/posts/post.ts'
import { isCardKey } from '../cards/card-key.ts'
import type { BotTools } from '../context.ts'
import { type PostContent, postContent } from '../posts/post-content.ts'
import { postIn } from '../posts/post-in.ts'
import { botActor } from '../posts/show-posts.ts'
import { isLobbyKey } from '../team-desk/topic-key.ts'
import { belowCard, cardPosts, findLeadScene, type LeadScene } from './lead-scene.ts'
import { newLeadPosts } from './new-lead-posts.ts'
import { placesOf } from './place.ts'
import { audienceOf } from './team.ts'
import { tellNews } from './tell-news.ts'

/** Posts that are looked through at once. */
const page = 100

/**
 * What a group should have been shown is told where the team works now, under the names that it has in the group: hearing of
 * it twice tells once, and what changes it later finds it. In the group it still waits. Of a lead there is one sound.
 */
export async function tellElsewhere(tools: BotTools, organizationId: string, chatId: string): Promise<void> {
  const scenes = new Map<string, Promise<LeadScene | undefined>>()
  const sceneOf = (leadId: string) => {
    const known = scenes.get(leadId) ?? findLeadScene(tools, organizationId, leadId)
    scenes.set(leadId, known)
    return known
  }
  let after = '0'
  for (;;) {
    const asked = { chatId, after, limit: page }
    const waiting = await tools.desk.ask(botActor(organizationId), 'listWaitingPosts', asked)
    for (const { key, leadId, content } of waiting) {
      const scene = await sceneOf(leadId)
      const { data } = postContent.safeParse(content)
      if (!scene || !data) continue
      // Nothing of it is left out or put together: the group would have shown it.
      await tellNews(scene, organizationId, `elsewhere:${key}`, postsElsewhere(scene, key, data), () => 'own')
    }
    after = waiting.at(-1)?.id ?? after
    if (waiting.length < page) return
  }
}

function postsElsewhere(scene: LeadScene, key: string, content: PostContent): NewPost[] {
  const members = audienceOf(scene.team, scene.card)
  if (isCardKey(key) || isLobbyKey(key)) return newLeadPosts(scene, members)
  if (content.method !== 'send' && content.method !== 'file' && content.method !== 'album') return []
  const weight = content.method === 'album' ? { weight: content.items.length } : {}
  return placesOf(scene, members).flatMap((place) => [
    ...cardPosts(scene, place, { wordsFollow: true }),
    postIn(place, key, withoutPlace(content), {
      leadId: scene.card.id,
      ...belowCard(scene, place),
      ...weight,
    }),
  ])
}

/** Numbers of messages mean nothing in another chat. */
function withoutPlace(content: PostContent): PostContent {
  if (content.method !== 'send') return content
  const { replyTo: _number, thread: _topic, ...rest } = content
  return rest
}
