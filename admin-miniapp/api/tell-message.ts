import type { MessageKind } from '#core/channels/inbound-item.ts'
import type { Say } from '#core/i18n.ts'
import { listOf, recordOf, textOf } from '#core/loose-json.ts'
import { markKeys, shareKeys, systemKeys } from '#core/words/of-messages.ts'
import { plainLine } from './plain-line.ts'
import { tellCall, tellChoice, tellContacts, tellForm, tellLocation, tellOrder } from './tell-things.ts'

/** A message as core tells it. */
export interface ToldMessage {
  kind: string
  body: string | null
  data: Record<string, unknown>
  files?: { kind: string; fileName: string | null }[]
  answered?: { kind: string; body: string | null } | null
}

/** What a message says, as plain text: what it is, the person's words, what came with it, and ways to the web. */
export interface MessageParts {
  label?: string
  text?: string | null
  lines?: string[]
  links?: { href: string; words: string }[]
}

export type Teller = (say: Say, message: ToldMessage) => MessageParts

const longestQuote = 80

const words: Teller = (_say, { body }) => ({ text: body })

/** A file stands in the page for itself; in a list it is named. */
const named =
  (label: (say: Say) => string): Teller =>
  (say, { body }) => ({ label: label(say), text: body })

const tellers: Record<MessageKind, Teller> = {
  text: words,
  image: named((say) => say('message-image')),
  video: named((say) => say('message-video')),
  animation: named((say) => say('message-animation')),
  video_note: named((say) => say('message-video-note')),
  audio: named((say) => say('message-audio')),
  voice: named((say) => say('message-voice')),
  sticker: named((say) => say('message-sticker')),
  document: (say, { body, files = [] }) => {
    const name = files.find(({ fileName }) => fileName)?.fileName
    return {
      label: name ? say('message-document-named', { name: plainLine(name, 120) }) : say('message-document'),
      text: body,
    }
  },
  location: tellLocation,
  contacts: tellContacts,
  choice: tellChoice,
  form: tellForm,
  order: tellOrder,
  call: tellCall,
  share: (say, { body, data }) => {
    const share = recordOf(data.share)
    return {
      label: sayShare(say, textOf(share.type) ?? textOf(share.kind) ?? ''),
      text: body ?? textOf(share.title) ?? null,
      links: linkTo(share.url, say('message-open-link')),
    }
  },
  story_mention: named((say) => say('message-story-mention')),
  comment: (say, { body, data }) => ({
    label: data.live === true ? say('message-comment-live') : say('message-comment'),
    text: body,
    links: linkTo(recordOf(data.post).url, say('message-comment-post')),
  }),
  poll: (say, { body, data }) => ({
    label: say('message-poll'),
    text: body,
    lines: listOf(data.options).flatMap((option) => (textOf(option) ? [`• ${textOf(option)}`] : [])),
  }),
  reaction: (say, message) => ({
    label: message.body
      ? say('message-reaction', { emoji: message.body, quote: quoteOf(say, message) })
      : say('message-reaction-removed', { quote: quoteOf(say, message) }),
  }),
  edit: (say, message) => ({
    label: say('message-edit', { quote: quoteOf(say, message) }),
    text: message.body,
  }),
  revoke: (say, message) => ({ label: say('message-revoke', { quote: quoteOf(say, message) }) }),
  system: (say, { body, data }) => ({ label: saySystem(say, String(data.event)), text: body }),
  unsupported: (say, { data }) => {
    const kind = textOf(data.kind)
    return { label: kind ? say('message-unsupported-named', { kind }) : say('message-unsupported') }
  },
  unknown: (say, { body, data }) => ({
    label: say('message-unknown', { kind: textOf(data.kind) ?? '?' }),
    text: body,
  }),
}

/** Kinds that only we send. */
const sentTellers: Record<string, Teller> = {
  template: (say, { body, data }) => ({
    label: say('message-template', { name: textOf(data.name) ?? '…' }),
    text: body,
  }),
  buttons: words,
  list: words,
  'contact-request': words,
}

/** A message in full. */
export function tellMessage(say: Say, message: ToldMessage): MessageParts {
  const all: Record<string, Teller> = { ...tellers, ...sentTellers }
  const teller = Object.hasOwn(all, message.kind) ? all[message.kind] : undefined
  return (teller ?? tellers.unknown)(say, message)
}

/** A message at a glance, on one line. */
export function glanceAt(say: Say, message: ToldMessage, max: number): string {
  const { label, text } = tellMessage(say, message)
  const words = text?.trim() ? plainLine(text, max) : ''
  return [label, words].filter(Boolean).join(' ') || say('message-empty')
}

const quoteOf = (say: Say, { answered }: ToldMessage): string =>
  answered
    ? glanceAt(say, { kind: answered.kind, body: answered.body, data: {} }, longestQuote)
    : say('message-quote-unknown')

function linkTo(address: unknown, words: string): NonNullable<MessageParts['links']> {
  const href = webAddress(address)
  return href ? [{ href, words }] : []
}

/** What one should know of a message before one reads it. */
export function marksOf(
  say: Say,
  { data, revokedAt }: { data: Record<string, unknown>; revokedAt: Date | null },
): string[] {
  return [
    ...(revokedAt ? [say('message-revoked-mark')] : []),
    ...Object.entries(markKeys).flatMap(([name, key]) => (data[name] === true ? [say(key)] : [])),
    ...(textOf(data.groupId) ? [say('message-in-group')] : []),
  ]
}

function sayShare(say: Say, type: string): string {
  const key = Object.hasOwn(shareKeys, type) ? shareKeys[type] : undefined
  return key ? say(key) : say('message-share')
}

function saySystem(say: Say, event: string): string {
  const key = Object.hasOwn(systemKeys, event) ? systemKeys[event] : undefined
  return key ? say(key) : say('message-system')
}

/** An address of the web that a page may lead to; undefined for everything else, such as `javascript:`. */
function webAddress(value: unknown): string | undefined {
  const text = textOf(value)
  if (!text || text.length > 2_000 || !URL.canParse(text)) return undefined
  const url = new URL(text)
  return /^https?:$/.test(url.protocol) ? url.href : undefined
}
