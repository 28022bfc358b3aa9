import type { Call } from './call.ts'
import { directMessage } from './direct-bodies.ts'
import { googleLead, websiteForm } from './lead-bodies.ts'
import { telegramMessage } from './telegram-bodies.ts'
import { personOf } from './turns.ts'
import { messageOf, stateBody } from './whatsapp-bodies.ts'

/** All networks at once, each call to its own path and proved as its network does. */
export interface MixTraffic {
  kind: 'mix'
  /** Makes the ids of this load its own: a letter or digit, or two of them. */
  run: string
  /** How many people write, over all networks: on each as many as its share of the messages. */
  people: number
  /** How many WhatsApp messages of ours the delivery states speak of; 0: the mix has no states. */
  messages: number
  /** Every second lead comes by a website form, of which a desk takes 1,200 a minute and no more. */
  forms: boolean
}

/** Of fifty calls; without states, of the other 45. */
const shares = { whatsapp: 25, states: 5, instagram: 6, messenger: 6, telegram: 6, leads: 2 } as const

type Part = keyof typeof shares
export type Writers = Exclude<Part, 'states'>

/** Shares no factor with 50 and 45: the parts stand mixed, and every one of them once. */
const step = 19

const ordered = (parts: [Part, number][]): Part[] => {
  const slots = parts.flatMap(([part, share]) => Array.from({ length: share }, () => part))
  return slots.map((_, index) => slots[(index * step) % slots.length] ?? 'whatsapp')
}
const all = Object.entries(shares) as [Part, number][]
const withStates = ordered(all)
const withoutStates = ordered(all.filter(([part]) => part !== 'states'))

/** How many people of a mix write on a network. */
export const writersOn = (part: Writers, people: number): number =>
  Math.max(1, Math.round((people * shares[part]) / withoutStates.length))

/** Which part of the mix a call is, and which of that part. */
export function placeInMix({ messages }: MixTraffic, index: number): { part: Part; nth: number } {
  const order = messages > 0 ? withStates : withoutStates
  const slot = index % order.length
  const part = order[slot] ?? 'whatsapp'
  const before = order.slice(0, slot).filter((other) => other === part).length
  return { part, nth: Math.floor(index / order.length) * shares[part] + before }
}

/** How many of the first calls of a mix are delivery states, where it has any. */
export const statesAmong = (requests: number): number => (requests * shares.states) / withStates.length

export function mixedCall(traffic: MixTraffic, index: number): Call {
  const { run, people, messages, forms } = traffic
  const { part, nth } = placeInMix(traffic, index)
  if (part === 'states') {
    return { path: '/webhooks/whatsapp', body: stateBody({ kind: 'states', messages, run }, nth) }
  }
  const person = personOf(nth, writersOn(part, people))
  switch (part) {
    case 'whatsapp':
      return { path: '/webhooks/whatsapp', body: messageOf(run, index, person) }
    case 'telegram':
      return telegramMessage(run, index, person)
    case 'leads':
      return (forms && nth % 2 === 1 ? websiteForm : googleLead)(run, index, person)
    default:
      return directMessage(part, run, index, person)
  }
}
