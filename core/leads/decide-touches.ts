import type { Referral } from '../channels/inbound-item.ts'
import { isTouch } from './lead-source.ts'

/** What brought a person at a moment. */
export interface Touch {
  at: Date
  source: string
  attribution: Referral
}

/** The first and the last touch of a lead: what it has, or what a batch changes of it. */
export interface Touches {
  first?: Touch
  last?: Touch
}

interface Message {
  leadId: string
  sentAt: Date
  source: string
  referral?: Referral
}

/**
 * Decides what messages change of their leads' attribution: the earliest message is the first touch, whatever it was;
 * the newest one that marketing brought is the last touch. In any order of coming, the same ends.
 *
 * @param known when the first and the last touch of each lead were; a lead without a last one has been touched once
 * @returns the touches that have to be written, by lead
 */
export function decideTouches(
  messages: Message[],
  known: ReadonlyMap<string, { firstAt: Date; lastAt: Date | null }>,
): Map<string, Touches> {
  const changes = new Map<string, Touches>()
  for (const { leadId, sentAt, source, referral } of messages) {
    const { firstAt, lastAt } = known.get(leadId) ?? { firstAt: null, lastAt: null }
    const { first, last } = changes.get(leadId) ?? {}
    const touch = { at: sentAt, source, attribution: referral ?? {} }
    const isFirst = sentAt < (first?.at ?? firstAt ?? eternity)
    const isLast =
      isTouch({ source, ...(referral ? { referral } : {}) }) && sentAt > (last?.at ?? lastAt ?? beginning)
    if (!isFirst && !isLast) continue
    changes.set(leadId, {
      ...changes.get(leadId),
      ...(isFirst ? { first: touch } : {}),
      ...(isLast ? { last: touch } : {}),
    })
  }
  return changes
}

const eternity = new Date(8.64e15)
const beginning = new Date(-8.64e15)
