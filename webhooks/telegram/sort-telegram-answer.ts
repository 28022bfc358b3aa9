import type { AlbumOutcome, Asked, SendOutcome } from '#core/channels/channel-port.ts'
import type { NetworkFailure } from '#core/channels/inbound-item.ts'
import type { TelegramAnswer } from './telegram-client.ts'

export type TelegramFailure = Exclude<TelegramAnswer, { kind: 'answered' }>

/** Words of Telegram's that are known to mean one thing; looked for in the description, which is all there is. */
const meanings: [words: RegExp, code: string][] = [
  [/bot was blocked by the user/i, 'blocked'],
  [/user is deactivated/i, 'deactivated'],
  [/can't initiate conversation|chat not found|PEER_ID_INVALID|BUSINESS_PEER_INVALID/i, 'no-such-person'],
  [/BUSINESS_PEER_USAGE_MISSING/i, 'window-closed'],
  [/BUSINESS_CONNECTION_INVALID|business connection not found|BOT_ACCESS_FORBIDDEN/i, 'no-right'],
  [/REACTION_INVALID/i, 'reaction-unknown'],
  [/message can't be edited|message to edit not found|MESSAGE_ID_INVALID/i, 'not-editable'],
  [/file is too big|Request Entity Too Large/i, 'too-large'],
]

/** Those of them that say the same of whatever is sent to this person. */
const aboutPerson = new Set(['blocked', 'deactivated', 'no-such-person', 'window-closed', 'no-right'])

/** Every ending of a call but a good one, as the outcome of a send. */
export function sortTelegramAnswer(answer: TelegramFailure): Exclude<SendOutcome, { outcome: 'sent' }> {
  const failure = failureOf(answer)
  switch (answer.kind) {
    case 'error':
      if (answer.code === 429 || answer.code >= 500) {
        const afterMs = answer.retryAfter === undefined ? {} : { afterMs: answer.retryAfter * 1000 }
        return { outcome: 'refused-for-now', failure, ...afterMs }
      }
      // 404 is Telegram's answer to a token that no bot has.
      if (answer.code === 401 || answer.code === 404) return { outcome: 'channel-stopped', failure }
      return { outcome: 'refused', failure }
    case 'turned-away':
      return answer.status === 429 || answer.status >= 500
        ? { outcome: 'refused-for-now', failure }
        : { outcome: 'refused', failure }
    case 'not-sent':
    case 'cut-off':
      return { outcome: 'refused-for-now', failure }
    case 'unconfirmed':
      return { outcome: 'unconfirmed', failure }
  }
}

/**
 * The same of an album, which is sent whole or not at all. What Telegram has against this person is true of each part; what
 * else it refuses (a file that it does not take as what it is, too many bytes) may be the fault of one part, as is a file
 * that cannot be read here: then each goes by itself.
 */
export function sortTelegramAlbum(answer: TelegramFailure): AlbumOutcome {
  const sorted = sortTelegramAnswer(answer)
  const isUnread = answer.kind === 'cut-off' && answer.unread === true
  if (sorted.outcome !== 'refused' && !isUnread) return sorted
  const { failure } = sorted
  const isPerson = answer.kind === 'error' && (answer.code !== 400 || aboutPerson.has(failure.code))
  return isPerson && failure.code !== 'too-large'
    ? { outcome: 'refused', failure }
    : { outcome: 'not-as-one', failure }
}

/** Every ending of a call but a good one, as the ending of a question: what is in doubt is asked again. */
export function sortTelegramAsked(answer: TelegramFailure): Exclude<Asked<never>, { outcome: 'found' }> {
  const failure = failureOf(answer)
  if (answer.kind !== 'error') return { outcome: 'later', failure }
  if (answer.code === 401 || answer.code === 404) return { outcome: 'channel-stopped', failure }
  if (answer.code === 429 || answer.code >= 500) {
    return {
      outcome: 'later',
      failure,
      ...(answer.retryAfter === undefined ? {} : { afterMs: answer.retryAfter * 1000 }),
    }
  }
  return { outcome: 'gone', failure }
}

function failureOf(answer: TelegramFailure): NetworkFailure {
  switch (answer.kind) {
    case 'error': {
      const known = meanings.find(([words]) => words.test(answer.description))
      return { code: known?.[1] ?? `telegram-${answer.code}`, title: answer.description.slice(0, 300) }
    }
    case 'turned-away':
      return { code: `http-${answer.status}`, title: `HTTP ${answer.status} without a reason` }
    case 'not-sent':
      return { code: 'no-connection', title: 'No connection to Telegram', detail: answer.reason }
    case 'cut-off': {
      const title = 'The file could not be read, or not uploaded in time'
      return { code: 'file-unread', title, detail: answer.reason }
    }
    case 'unconfirmed':
      return { code: 'no-answer', title: 'Sent, but no readable answer came back', detail: answer.reason }
  }
}
