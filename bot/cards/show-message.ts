import type { Say } from '#core/i18n.ts'
import { cutLine } from '../text/cut-text.ts'
import { escapeHtml } from '../text/escape-html.ts'
import { kindViews, sentViews } from './kinds/index.ts'
import { showUnknown } from './kinds/others.ts'
import { marksOf } from './marks-of.ts'
import type { KindView, MessageParts, MessageView } from './message-view.ts'

const quoteLength = 80

/** Kinds that name the message they refer to in their own sentence. */
const selfQuoting = new Set(['reaction', 'edit', 'revoke'])

/** A message in full, as HTML: what it answers, what it is, the person's words, and what came with it. */
export function showMessage(say: Say, message: MessageView): string {
  const { label, text, lines = [] } = partsOf(say, message)
  const answered =
    message.answered && !selfQuoting.has(message.kind) ? [`↩️ <i>${quoteOf(say, message)}</i>`] : []
  const words = text?.trim() ? [escapeHtml(text)] : []
  return [...marksOf(say, message), ...answered, ...(label ? [label] : []), ...words, ...lines].join('\n')
}

/** A message at a glance: one line of HTML whose own words are at most `max` long. */
export function glanceAt(say: Say, message: MessageView, max: number): string {
  const { label, text } = partsOf(say, message)
  const words = text?.trim() ? say('message-words', { words: escapeHtml(cutLine(text, max)) }) : ''
  return [label, words].filter(Boolean).join(' ') || say('message-empty')
}

function partsOf(say: Say, message: MessageView): MessageParts {
  const views: Record<string, KindView> = { ...kindViews, ...sentViews }
  const view = Object.hasOwn(views, message.kind) ? views[message.kind] : undefined
  return (view ?? showUnknown)(say, message, quoteOf(say, message))
}

function quoteOf(say: Say, { answered }: MessageView): string {
  if (!answered) return say('message-quote-unknown')
  return glanceAt(say, { ...answered, data: {} }, quoteLength)
}
