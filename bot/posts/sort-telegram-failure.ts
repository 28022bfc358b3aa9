import { GrammyError } from 'grammy'
import { withoutSecrets } from '#core/log.ts'
import type { PostOutcome } from '#core/posts/post.ts'

/** There is nothing to change or to mark any more, or it is already so. */
const gone =
  /message is not modified|message to (edit|delete|react|reply) not found|message can't be (edited|deleted|deleted for everyone)|MESSAGE_ID_INVALID|REACTION_INVALID/i
/** This chat cannot be written to, whatever is written. */
const closed =
  /chat not found|PEER_ID_INVALID|user is deactivated|group chat was upgraded|have no rights to send/i

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
  if (code === 403) return { outcome: 'unreachable', reason }
  if (code === 401 || code === 404) return { outcome: 'wait', ms: unknownTokenMs, everywhere: true }
  if (code === 400 && gone.test(description)) return { outcome: 'dropped', reason }
  if (code === 400 && closed.test(description)) {
    const moved = parameters.migrate_to_chat_id
    return { outcome: 'unreachable', reason: moved === undefined ? reason : `${reason} (now ${moved})` }
  }
  return { outcome: code >= 500 ? 'failed' : 'refused', reason }
}
