import { question, secondOf } from './turns.ts'
import { businessAccountId, phoneNumber, phoneNumberId, phoneOf } from './whatsapp-bodies.ts'

/** The old chats of a phone that is connected beside its app: 100,000 messages of 2,000 people in a hundred calls. */
export interface HistoryTraffic {
  kind: 'history'
  /** When Meta says that it sent the calls, in seconds since 1970: the same calls at another time are other bytes. */
  sentAt: number
}

const threads = 2_000
const messagesPerCall = 1_000
const day = 86_400

/**
 * Meta's phases: the last day, the last 90, the last 180. In each, every chat comes once, whole, and a call has as many
 * chats as make a thousand messages.
 */
const phases = [
  { perThread: 5, from: day, to: 0 },
  { perThread: 20, from: 90 * day, to: day },
  { perThread: 25, from: 180 * day, to: 90 * day },
].map((phase) => ({ ...phase, calls: (threads * phase.perThread) / messagesPerCall }))

export const historySize = {
  threads,
  calls: phases.reduce((sum, { calls }) => sum + calls, 0),
  messages: phases.reduce((sum, { perThread }) => sum + threads * perThread, 0),
}

/** How the ids of old messages begin. */
export const historyPrefix = 'wamid.old.'

/** One call of field `history`, as Meta sends it: a thousand messages, about 270 kB. Every second one is the business's. */
export function historyBody({ sentAt }: HistoryTraffic, index: number): string {
  let order = index
  let number = 0
  while (order >= (phases[number]?.calls ?? Number.POSITIVE_INFINITY)) {
    order -= phases[number]?.calls ?? 0
    number += 1
  }
  const phase = phases[number]
  if (!phase) throw new RangeError(`A history has ${historySize.calls} calls, and no ${index + 1}th one.`)
  const perCall = messagesPerCall / phase.perThread
  const chats = Array.from({ length: perCall }, (_, chat) => threadOf(order * perCall + chat, number, phase))
  const metadata = { phase: number, chunk_order: order + 1, progress: progressAfter(index) }
  return JSON.stringify({
    object: 'whatsapp_business_account',
    entry: [
      {
        id: businessAccountId,
        time: sentAt,
        changes: [
          {
            value: {
              messaging_product: 'whatsapp',
              metadata: { display_phone_number: phoneNumber, phone_number_id: phoneNumberId },
              history: [{ metadata, threads: chats }],
            },
            field: 'history',
          },
        ],
      },
    ],
  })
}

const progressAfter = (index: number): number => Math.floor(((index + 1) * 100) / historySize.calls)

function threadOf(person: number, number: number, phase: (typeof phases)[number]): unknown {
  const phone = phoneOf(person)
  const apart = (phase.from - phase.to) / phase.perThread
  return {
    id: phone,
    messages: Array.from({ length: phase.perThread }, (_, nth) => ({
      ...(nth % 2 === 0 ? { from: phone } : { from: phoneNumber, to: phone }),
      id: `${historyPrefix}${number}.${person}.${nth}`,
      timestamp: String(Math.round(secondOf(0) - phase.from + nth * apart)),
      type: 'text',
      text: { body: `${nth + 1}. ${question}` },
      history_context: { status: 'READ' },
    })),
  }
}
