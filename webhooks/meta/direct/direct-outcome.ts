import type { OutboundMessage, SendOutcome } from '#core/channels/channel-port.ts'
import type { GraphAnswer } from '../graph-client.ts'
import { idAt } from '../loose-json.ts'
import { sortDirectAnswer } from './sort-direct-answer.ts'

type DirectUser = 'instagram_user' | 'messenger_user'

/** How sending a message ended. The answer to a private reply tells who wrote the comment. */
export function directOutcome(answer: GraphAnswer, kind: DirectUser, account: string): SendOutcome {
  if (answer.kind !== 'answered') return sortDirectAnswer(answer)
  const externalId = idAt(answer.body, 'message_id')
  if (externalId === undefined) {
    const title = 'Accepted, but the answer names no message'
    return { outcome: 'unconfirmed', failure: { code: 'no-receipt', title } }
  }
  const id = idAt(answer.body, 'recipient_id')
  const recipient = id === undefined ? [] : [{ kind, value: `${account}:${id}`, address: id }]
  return { outcome: 'sent', externalId, ...(recipient.length > 0 ? { recipient } : {}) }
}

/** How a reaction ended. It is no message to Meta and gets no id: ours stands in. */
export function reactionOutcome(answer: GraphAnswer, message: OutboundMessage): SendOutcome {
  if (answer.kind !== 'answered') return sortDirectAnswer(answer)
  return { outcome: 'sent', externalId: `reaction:${message.id}` }
}

export function refuse(code: string, title: string): SendOutcome {
  return { outcome: 'refused', failure: { code, title } }
}
