import { mayFlag } from '../control-input.ts'
import type { Fields } from '../fields.ts'
import { webhookError } from '../graph-error.ts'
import { newObjectId, newWamid } from '../ids.ts'
import { type MediaStore, sha256 } from '../media-store.ts'
import type { MetaApp } from '../meta-app.ts'
import { placeholderFile } from '../placeholder-files.ts'
import { Refusal } from '../refusal.ts'
import { numberChange, seconds } from '../webhook-envelope.ts'
import type { WebhookOutbox } from '../webhook-outbox.ts'

const declined = {
  code: 2593109,
  title: 'History sync is turned off by the business from the WhatsApp Business App',
  details: 'History sharing is turned off by the business',
}
const minute = 60_000
const day = 24 * 60 * minute
/** How far back each phase of the sync reaches: a day, three months, half a year. */
const phases = [day, 90 * day, 180 * day]
const most = 20_000

interface Line {
  thread: string
  message: Fields
  media?: boolean
}

function count(input: Fields, key: string, usual: number, max: number): number {
  const value = input[key] ?? usual
  if (typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= max) return value
  throw new Refusal(400, `"${key}" must be a whole number from 1 to ${max}.`)
}

/** One old message: every tenth a file that comes later, every other one from the business. */
function line(app: MetaApp, people: string[], at: number, index: number): Line {
  const thread = people[index % people.length] ?? ''
  const mine = Math.floor(index / people.length) % 2 === 1
  const from = mine ? app.displayPhoneNumber.replace(/\D/g, '') : thread
  const media = index % 10 === 9
  const content = media
    ? { type: 'media_placeholder' }
    : { type: 'text', text: { body: `Old message ${index + 1}` } }
  const head = { from, ...(mine ? { to: thread } : {}), id: newWamid(thread, mine ? 'business' : 'customer') }
  const message = {
    ...head,
    timestamp: seconds(at),
    ...content,
    history_context: { status: mine ? 'DELIVERED' : 'READ' },
  }
  return { thread, message, media }
}

/**
 * `POST /playground/api/meta/history`: the conversations of the owner's phone from before the connection. `messages`
 * (default 60) over `people` (default 6), `chunk` messages in a webhook (default 20), in three phases with progress;
 * files follow in webhooks of their own. `decline: true`: the owner keeps them to himself, told as error 2593109.
 * @throws {Refusal} 400
 */
export function syncHistory(
  { outbox, media }: { outbox: WebhookOutbox; media: MediaStore },
  app: MetaApp,
  input: Fields,
  now: number,
): { messages: number; webhooks: number } {
  const send = (content: Fields) => outbox.send(app, 'history', numberChange(app, 'history', content), '')
  if (mayFlag(input, 'decline')) {
    send({ history: [{ errors: [webhookError(declined)] }] })
    return { messages: 0, webhooks: 1 }
  }
  const [messages, size] = [count(input, 'messages', 60, most), count(input, 'chunk', 20, most)]
  const people = Array.from({ length: count(input, 'people', 6, 5000) }, (_, at) =>
    String(447_700_910_000 + at),
  )
  const lines = Array.from({ length: messages }, (_, index) =>
    line(app, people, timeOf(index, messages, now), index),
  )
  const files = lines.filter((one) => one.media)
  const perPhase = Math.ceil(messages / phases.length)
  let told = 0
  let webhooks = 0
  for (const phase of phases.keys()) {
    const part = lines.slice(phase * perPhase, (phase + 1) * perPhase)
    for (let from = 0, order = 1; from < part.length; from += size, order += 1) {
      const chunk = part.slice(from, from + size)
      told += chunk.length
      webhooks += 1
      const metadata = { phase, chunk_order: order, progress: Math.round((100 * told) / messages) }
      send({ history: [{ metadata, threads: threadsOf(chunk) }] })
    }
  }
  for (const { message } of files) {
    const { mime, bytes } = placeholderFile('image', '#0e7490')
    const { id } = media.add({ phoneNumberId: app.phoneNumberId, mime, bytes })
    const { from, to: _, id: wamid, timestamp } = message
    const image = { mime_type: mime, sha256: sha256(bytes, 'base64'), id }
    send({ messages: [{ from, id: wamid, timestamp, type: 'image', image }] })
    webhooks += 1
  }
  return { messages, webhooks }
}

/** Newest first, each phase within its own days. */
function timeOf(index: number, messages: number, now: number): number {
  const phase = Math.min(Math.floor((index * phases.length) / messages), phases.length - 1)
  const [begins, ends] = [phases[phase - 1] ?? minute, phases[phase] ?? day]
  const within = (index * phases.length) / messages - phase
  return Math.floor(now - begins - within * (ends - begins))
}

function threadsOf(lines: Line[]): Fields[] {
  const threads = new Map<string, Fields[]>()
  for (const { thread, message } of lines) threads.set(thread, [...(threads.get(thread) ?? []), message])
  return [...threads].map(([id, messages]) => ({ id, messages }))
}

/** What `POST /{number}/smb_app_data` answers. */
export function newRequestId(): string {
  return newObjectId()
}
