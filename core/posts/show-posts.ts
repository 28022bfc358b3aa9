import { createRunner, type Runner } from '../loops/create-runner.ts'
import { wakeLater } from '../loops/wake-later.ts'
import { type ClaimedPost, claimPosts } from './claim-posts.ts'
import { type EndOptions, finishPost } from './finish-post.ts'
import { pace } from './pace.ts'
import type { Post, PostOutcome } from './post.ts'

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
  const runner = createRunner<ClaimedPost>({
    concurrency: chatsAtOnce,
    claim: (limit) => claimPosts({ database, bot: messenger.name, onFree }, limit),
    handle: async (post, store) => {
      const outcome = decideAlone(post) ?? (await messenger.show(present(post), hurry.signal))
      options.onShown?.(outcome.outcome)
      await store(() => finishPost(options, post, outcome))
      // The pulse would find the chat's next post too, but up to two seconds late.
      const pauses = pace.stepsMs.map((ms) => ms * post.weight)
      for (const ms of outcome.outcome === 'wait' ? [outcome.ms] : pauses) wakeLater(onFree, ms)
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

/** How a post ends without being shown; undefined: it is to be shown. */
function decideAlone(post: ClaimedPost): PostOutcome | undefined {
  if (post.target_key !== null && post.target === null) {
    return { outcome: 'dropped', reason: 'what it changes was never shown' }
  }
  if (post.topic_key !== null && post.topic === null && post.target_key === null) {
    return { outcome: 'astray', reason: 'its topic was never made' }
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
