import type { Call } from './call.ts'
import { type HistoryTraffic, historyBody } from './history-bodies.ts'
import { type MixTraffic, mixedCall } from './mix.ts'
import { type MessagesTraffic, messageBody, type StatesTraffic, stateBody } from './whatsapp-bodies.ts'

/** What the calls of one load are about. */
export type Traffic = MessagesTraffic | StatesTraffic | MixTraffic | HistoryTraffic

/** One call of a load. */
export function callOf(traffic: Traffic, index: number): Call {
  switch (traffic.kind) {
    case 'messages':
      return { body: messageBody(traffic, index) }
    case 'states':
      return { body: stateBody(traffic, index) }
    case 'mix':
      return mixedCall(traffic, index)
    case 'history':
      return { body: historyBody(traffic, index) }
  }
}
