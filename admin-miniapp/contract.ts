import { z } from 'zod'

/**
 * What the Mini App's page and its API say to each other. Sentences are in the member's language; names and texts are
 * people's own and must be shown as text. Times are ISO 8601 in UTC; `path` is below the desk's address and good for an
 * hour.
 */

const time = z.iso.datetime()
/** A word for programs, and the same for people. */
const said = z.object({ code: z.string(), words: z.string() })

export const sessionRequest = z.strictObject({
  /** As Telegram gave it to the page, untouched. */
  initData: z.string().min(1).max(8_192),
})

export const me = z.object({
  name: z.string(),
  role: z.string(),
  organization: z.string(),
  language: z.string(),
  timeZone: z.string(),
})

export const sessionAnswer = z.object({ token: z.string(), expiresAt: time, me })

/** What of a list of leads is asked for. `words` looks everywhere, whatever else is asked. */
export const leadsRequest = z.strictObject({
  /** The inbox, longest waiting first; or all leads, newest word first. A status means all of that status. */
  view: z.enum(['inbox', 'all']).default('inbox'),
  whose: z.enum(['all', 'mine', 'unclaimed']).default('all'),
  status: z.enum(['new', 'contacted', 'follow_up', 'converted', 'lost']).optional(),
  words: z.string().max(500).optional(),
  /** `next` of the page before. */
  after: z.string().max(400).optional(),
})

export const leadGlance = z.object({
  id: z.uuid(),
  number: z.int(),
  name: z.string(),
  status: said,
  /** The network on which the person writes, or where the lead came from. */
  network: said,
  owner: z.object({ name: z.string(), isMe: z.boolean() }).nullable(),
  tags: z.array(z.string()),
  /** What was said last, on one line. */
  last: z.object({ words: z.string(), isOurs: z.boolean() }).nullable(),
  lastAt: time,
  /** The customer had the last word and has no answer. */
  waits: z.boolean(),
  snoozedUntil: time.nullable(),
  /** Where the searched words stand: the text around them, in parts that match or do not. */
  excerpt: z.array(z.object({ text: z.string(), matches: z.boolean() })).nullable(),
})

export const leadsAnswer = z.object({
  leads: z.array(leadGlance),
  /** For the next page; null: there is none. */
  next: z.string().nullable(),
  /** How many there are in all, where that is known. */
  total: z.int().nullable(),
})

export const lead = leadGlance.extend({
  createdAt: time,
  closedAt: time.nullable(),
  handled: z.boolean(),
  isBlocked: z.boolean(),
  isErased: z.boolean(),
  /** Ways to reach the person, masked for those who may not see them. */
  addresses: z.array(z.object({ kind: z.enum(['phone', 'email', 'username', 'other']), value: z.string() })),
  channel: z.object({ words: z.string(), isStopped: z.boolean() }).nullable(),
  /** What brought the person: ad, campaign, form, page. */
  origin: z.array(z.string()),
  /** Until when free text may be sent; null: no limit, or no conversation. */
  windowEndsAt: time.nullable(),
  value: z.string().nullable(),
  lostReason: z.string().nullable(),
  reminders: z.array(z.object({ at: time, text: z.string().nullable(), member: z.string().nullable() })),
  /** Other leads of the same person. */
  others: z.array(z.object({ id: z.uuid(), number: z.int(), status: said, createdAt: time })),
})

export const file = z.object({
  kind: z.enum(['image', 'video', 'audio', 'document']),
  name: z.string().nullable(),
  size: z.number().nullable(),
  width: z.number().nullable(),
  height: z.number().nullable(),
  /** Null while it is not here, or for good. */
  path: z.string().nullable(),
  /** The same as a file to save. */
  download: z.string().nullable(),
  /** Why it is not here. */
  missing: z.enum(['waiting', 'lost', 'erased']).nullable(),
})

export const line = z.object({
  id: z.uuid(),
  type: z.enum(['message', 'note', 'activity']),
  at: time,
  /** Who wrote it to whom; null for what is no message. */
  direction: z.enum(['inbound', 'outbound']).nullable(),
  /** The member who did it; null: the customer, the network or Parley. */
  by: z.string().nullable(),
  kind: z.string(),
  /** What it is, where that is not just words. */
  label: z.string().nullable(),
  text: z.string().nullable(),
  lines: z.array(z.string()),
  /** Only to pages of the web. */
  links: z.array(z.object({ href: z.url(), words: z.string() })),
  quote: z.object({ words: z.string(), isOurs: z.boolean() }).nullable(),
  files: z.array(file),
  status: z.string().nullable(),
  /** Why the customer does not have it. */
  failure: z.string().nullable(),
  isEdited: z.boolean(),
  /** What one should know before one reads it. */
  marks: z.array(z.string()),
})

export const messagesAnswer = z.object({
  /** In order of time. */
  lines: z.array(line),
  /** For the page before this one; null: there is none. */
  before: z.string().nullable(),
})

/** Every refusal. */
export const refusal = z.object({ error: z.object({ code: z.string(), message: z.string() }) })

export type Me = z.output<typeof me>
export type SessionAnswer = z.output<typeof sessionAnswer>
export type LeadsRequest = z.input<typeof leadsRequest>
export type LeadGlance = z.output<typeof leadGlance>
export type LeadsAnswer = z.output<typeof leadsAnswer>
export type Lead = z.output<typeof lead>
export type File = z.output<typeof file>
export type Line = z.output<typeof line>
export type MessagesAnswer = z.output<typeof messagesAnswer>
export type Refusal = z.output<typeof refusal>
