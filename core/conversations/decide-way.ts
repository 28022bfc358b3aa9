import type { ChannelPort, OutboundMessage } from '../channels/channel-port.ts'
import type { OutboundContent } from '../channels/outbound-content.ts'
import { commentHours, humanAgentEnd, replyWindowEnd } from '../channels/reply-window.ts'
import type { Way } from './way.ts'

/** What is wished to be sent. */
export interface Wish {
  kind: OutboundContent['kind']
  /** Advertising: not to those who want none. */
  isMarketing?: boolean
  /** The member said that a person wrote this, for the longer time that some networks grant to that. */
  humanAgent?: boolean
}

export type Refusal =
  | 'person-blocked'
  | 'kind-not-carried'
  | 'opted-out'
  | 'comment-answered'
  | 'comment-too-old'
  | 'answered-elsewhere'
  | 'reply-window-closed'

/** `within`: by which rule of the network it may go. */
export type WayDecision = { within: OutboundMessage['within'] } | { refused: Refusal }

type Rules = Pick<ChannelPort, 'can' | 'replyWindowHours' | 'humanAgentHours'>

/** Decides whether a message may be sent in a conversation now, by the rules of its network and the person's own wish. */
export function decideWay(way: Way, port: Rules, wish: Wish, now: Date): WayDecision {
  if (way.blocked) return { refused: 'person-blocked' }
  if (!port.can.has(wish.kind)) return { refused: 'kind-not-carried' }
  if (wish.kind === 'template') {
    return wish.isMarketing && way.optedOut ? { refused: 'opted-out' } : { within: 'window' }
  }
  if (way.comment) {
    if (wish.kind !== 'text') return { refused: 'kind-not-carried' }
    if (way.comment.answered) return { refused: 'comment-answered' }
    const end = replyWindowEnd(way.comment.at, commentHours)
    return end && end <= now ? { refused: 'comment-too-old' } : { within: 'comment' }
  }
  if (way.isElsewhere) return { refused: 'answered-elsewhere' }
  const end = replyWindowEnd(way.lastInboundAt, port.replyWindowHours)
  if (!end || end > now) return { within: 'window' }
  return wish.humanAgent && mayAsHuman(way, port, now)
    ? { within: 'human-agent' }
    : { refused: 'reply-window-closed' }
}

/** Whether the network still takes what a person of the business wrote. */
export function mayAsHuman(way: Way, port: Rules, now: Date): boolean {
  const end = humanAgentEnd(way.lastInboundAt, port)
  return end !== null && end > now && !way.comment && !way.blocked && !way.isElsewhere
}
