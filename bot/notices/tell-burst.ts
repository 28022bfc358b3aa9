import type { Burst } from '#core/assignment/read-burst.ts'
import type { NewPost } from '#core/posts/post.ts'
import type { BotTools } from '../context.ts'
import type { Face } from '../posts/post-content.ts'
import { privatePost } from '../posts/private-post.ts'
import { createVoice } from '../voice.ts'
import { freeFace, listedFace, readListed } from './listed-leads.ts'
import type { Colleague } from './team.ts'

/** How long more of a burst is waited for, counted from the first that is told with others, in milliseconds. */
const waitMs = 5_000

/** One message for all of a burst that comes while it waits; what comes after it is in the next. */
const burstPost = (
  member: Colleague,
  name: string,
  eventId: string,
  { subjects = [], ...face }: Face,
): NewPost =>
  privatePost(
    member.telegramUserId,
    `${name}:${eventId}`,
    { method: 'send', ...face },
    { mergeKey: `${name}:burst`, delayMs: waitMs, subjects },
  )

/** Many leads came to a member one after the other: the newest of them, and how many there are. */
export async function givenPost(
  tools: BotTools,
  organizationId: string,
  member: Colleague,
  eventId: string,
  { to }: Burst,
): Promise<NewPost> {
  const voice = createVoice(tools.words, member.language)
  const cards = await readListed(tools, organizationId, to.leadIds, member)
  const head = voice.say('notice-given-many', { count: to.count })
  return burstPost(member, 'given', eventId, listedFace(voice, head, to.count, cards))
}

/** Many leads went from a member one after the other. */
export function takenPost(tools: BotTools, member: Colleague, eventId: string, count: number): NewPost {
  const { say } = createVoice(tools.words, member.language)
  return burstPost(member, 'taken', eventId, { html: `👉 ${say('notice-taken-many', { count })}` })
}

/** Many leads came free one after the other. */
export const freedPost = (tools: BotTools, member: Colleague, eventId: string, { free }: Burst): NewPost =>
  burstPost(member, 'freed', eventId, freeFace(createVoice(tools.words, member.language), free.count))
