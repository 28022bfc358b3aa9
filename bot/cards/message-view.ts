import type { Say } from '#core/i18n.ts'

/** A customer's message as the bot gets it from core. */
export interface MessageView {
  kind: string
  body: string | null
  data: Record<string, unknown>
  attachments?: { kind: string; fileName: string | null }[]
  /** The message that it answers, reacts to, changes or takes back, where it is known here. */
  answered?: { kind: string; body: string | null } | null
}

/**
 * What a message says. `label` and `lines` are HTML of ours with escaped values; `text` is what the person wrote, as
 * it came.
 */
export interface MessageParts {
  label?: string
  text?: string | null
  lines?: string[]
}

/** How messages of one kind are told. `quote` gives the message that it refers to, short and as HTML. */
export type KindView = (say: Say, message: MessageView, quote: string) => MessageParts
