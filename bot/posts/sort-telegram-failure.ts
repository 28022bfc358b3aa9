import { GrammyError } from 'grammy'
import { withoutSecrets } from '#core/log.ts'
import type { PostOutcome } from '#core/posts/post.ts'

/** It is already so, or cannot be so. */
const settled =
  /message is not modified|message can't be (edited|deleted|deleted for everyone)|REACTION_INVALID/i
/** There is nothing to change or to mark any more. */
const gone = /message to (edit|delete|react|reply|pin) not found|MESSAGE_ID_INVALID/i
/** Somebody deleted the topic. */
const astray = /message thread not found|TOPIC_(DELETED|ID_INVALID)/i
/** This chat cannot be written to, or not as a desk has to, whatever is written. */
const closed =
  /chat not found|PEER_ID_INVALID|user is deactivated|group chat was upgraded|have no rights to send|not enough rights|CHAT_ADMIN_REQUIRED|need administrator rights|not a forum|FORUM_MISSING|TOPIC_CLOSED/i

/** The chat has no topics, or this one takes nothing any more. */
const forumless = /not a forum|FORUM_MISSING|TOPIC_CLOSED|not a supergroup/i

/** Whether Telegram has refused something because its chat has no topics. */
export const needsForum = (reason: string): boolean => forumless.test(reason)

/** For how long the whole bot rests when Telegram does not know its token, in milliseconds. */
const unknownTokenMs = 60_000

/** What a failed call to Telegram means for the post that it should have shown. */
export function sortTelegramFailure(error: unknown): PostOutcome {
  if (!(error instanceof GrammyError)) {
    return {
      outcome: 'failed',
      reason: withoutSecrets(error instanceof Error ? error.message : String(error)),
    }
  }
  const { error_code: code, description, parameters } = error
  const reason = `${code}: ${description}`
  if (code === 429) return { outcome: 'wait', ms: (parameters.retry_after ?? 1) * 1000 }
  const moved = parameters.migrate_to_chat_id
  if (moved !== undefined) return { outcome: 'moved', chatId: String(moved), reason }
  if (code === 403) return { outcome: 'unreachable', reason }
  if (code === 401 || code === 404) return { outcome: 'wait', ms: unknownTokenMs, everywhere: true }
  if (code === 400) {
    if (settled.test(description)) return { outcome: 'dropped', reason }
    if (gone.test(description)) return { outcome: 'gone', reason }
    if (astray.test(description)) return { outcome: 'astray', reason }
    if (closed.test(description)) return { outcome: 'unreachable', reason }
  }
  return { outcome: code >= 500 ? 'failed' : 'refused', reason }
}
