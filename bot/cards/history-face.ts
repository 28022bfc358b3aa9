import type { LeadCard } from '#core/leads/lead-card.ts'
import type { HistoryLine } from '#core/leads/read-history.ts'
import type { Face } from '../posts/post-content.ts'
import { clockOf } from '../text/clock.ts'
import { escapeHtml } from '../text/escape-html.ts'
import { longestText, visibleLength } from '../text/fit-html.ts'
import { clockStyle } from '../text/tell-clock.ts'
import type { Voice } from '../voice.ts'
import { glanceAt } from './show-message.ts'
import { tellActivity } from './tell-activity.ts'
import { nameOf, numberOf } from './words-of-lead.ts'

/** How much of each line's words a history shows. */
const wordsOfLine = 400

/** Without slashes, as some languages write dates: Telegram takes `/11` for a command. */
const momentOfLine = { day: 'numeric', month: 'short', ...clockStyle } as const

/** A lead's history as one message, in order; where it does not fit, the oldest lines are left out and that is said. */
export function historyFace(voice: Voice, card: LeadCard, lines: HistoryLine[], timeZone: string): Face {
  const { say } = voice
  const head = `📜 <b>${say('history-title', { number: numberOf(card), name: escapeHtml(nameOf(say, card)) })}</b>`
  const clock = clockOf(voice.language, { ...momentOfLine, timeZone })
  const told = lines.map(
    (line) => `<i>${escapeHtml(clock.format(new Date(line.at)))}</i> ${tell(voice, card, line)}`,
  )
  if (told.length === 0) return { html: `${head}\n\n${say('history-empty')}` }
  const note = say('history-shortened')
  let room = longestText - visibleLength(head) - visibleLength(note) - 4
  const kept: string[] = []
  for (const line of told.toReversed()) {
    room -= visibleLength(line) + 1
    if (room < 0) break
    kept.unshift(line)
  }
  return { html: [head, ...(kept.length < told.length ? [note] : []), '', ...kept].join('\n') }
}

function tell(voice: Voice, card: LeadCard, line: HistoryLine): string {
  const { say } = voice
  const by = line.by ? escapeHtml(line.by) : say('history-parley')
  if (line.type === 'note') {
    const words = glanceAt(say, { kind: 'text', body: line.body, data: {} }, wordsOfLine)
    return `📝 ${say('history-said', { by, words })}`
  }
  if (line.type === 'activity') return tellActivity(voice, line, by)
  const words = glanceAt(say, { kind: line.kind, body: line.body, data: line.data }, wordsOfLine)
  if (line.direction === 'inbound') {
    return `💬 ${say('history-said', { by: `<b>${escapeHtml(nameOf(say, card))}</b>`, words })}`
  }
  const end =
    line.status === 'failed'
      ? ` ${say('history-not-delivered')}`
      : line.status === 'unconfirmed'
        ? ` ${say('history-unconfirmed')}`
        : ''
  return `↪️ ${say('history-said', { by: `<b>${by}</b>`, words: `${words}${end}` })}`
}
