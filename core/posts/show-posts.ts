import { createRunner, type Runner } from '../loops/create-runner.ts'
import { wakeLater } from '../loops/wake-later.ts'
import { type ClaimedPost, claimPosts } from './claim-posts.ts'
import { type EndOptions, finishPost } from './finish-post.ts'
import { pace } from './pace.ts'
import { isGroup, type Post, type PostOutcome } from './post.ts'

export interface ShowOptions extends EndOptions {
  onFree: () => void
  onShown?: (outcome: string) => void
}

const chatsAtOnce = 20
/** How long a closing process waits for what it is showing, in milliseconds; it ends after 9.5 s in any case. */
const closingMs = 6_000

/**
 * Shows queued posts to staff: one at a time in a chat and in order of urgency, paced as the network wants it, many
 * chats at once. Posts are free and may, after a crash or an upload that the end of the process cut off, be shown once
 * more; they are never lost.
 */
export function createShower(options: ShowOptions): Runner {
  const { database, messenger, log, onFree } = options
  const hurry = new AbortController()
  const openings = createOpenings(onFree)
  const runner = createRunner<ClaimedPost>({
    concurrency: chatsAtOnce,
    claim: (limit) =>
      claimPosts({ database, bot: messenger.name, onFree, onHeldBack: openings.awaitAll }, limit),
    takesAll: true,
    handle: async (post, store) => {
      const outcome = decideAlone(post) ?? (await messenger.show(present(post), hurry.signal))
      options.onShown?.(outcome.outcome)
      const waits = await store(() => finishPost(options, post, outcome))
      openings.add(outcome.outcome === 'wait' ? [outcome.ms] : pace.stepsMs.map((ms) => ms * post.weight))
      return waits
    },
    onFree,
    onError: (error) =>
      log.warn({ err: error }, 'the end of a post could not be stored; its lease will run out'),
  })
  return {
    ...runner,
    async settled() {
      const late = setTimeout(() => hurry.abort(), closingMs)
      try {
        await runner.settled()
      } finally {
        clearTimeout(late)
      }
    },
  }
}

/**
 * When the chats that were written to may be written to once more. They are waited for only where something waits for
 * one of them: the pulse would find it too, but up to two seconds late.
 */
function createOpenings(onFree: () => void) {
  let times: number[] = []
  const future = () => times.filter((time) => time > Date.now())
  return {
    add(waits: readonly number[]) {
      times = [...future(), ...waits.map((ms) => Date.now() + ms)]
    },
    awaitAll() {
      for (const time of future()) wakeLater(onFree, time - Date.now())
      times = []
    },
  }
}

/** How a post ends without being shown; undefined: it is to be shown. */
function decideAlone(post: ClaimedPost): PostOutcome | undefined {
  if (post.target_key !== null && post.target === null) {
    return { outcome: 'dropped', reason: 'what it changes was never shown' }
  }
  if (post.topic_key !== null && post.topic === null && post.target_key === null) {
    // In a private chat a topic is asked for together with what stands in it: one that is not there will not come.
    const outcome = isGroup(post.chat_id) ? 'astray' : 'topicless'
    return { outcome, reason: 'its topic was never made' }
  }
  return undefined
}

/** What one message shows: a post with those that follow it, or all that the changed message shows. */
function togetherOf({ content, followers, siblings, target_key: target }: ClaimedPost): Post['together'] {
  if (followers.length > 0) return [content, ...followers.map((follower) => follower.content)]
  return (siblings ?? []).map((each) =>
    each.key === target ? { ...each.content, ...content } : each.content,
  )
}

const present = (post: ClaimedPost): Post => ({
  organizationId: post.organization_id,
  id: post.id,
  chatId: post.chat_id,
  key: post.key,
  content: post.content,
  leadId: post.lead_id,
  replyTo: post.reply_to === null ? null : Number(post.reply_to),
  target: post.target === null ? null : Number(post.target),
  targetParts: post.target_parts?.map((part) => (part === null ? null : Number(part))) ?? null,
  topic: post.topic === null ? null : Number(post.topic),
  together: togetherOf(post),
  shown: post.shown,
})
