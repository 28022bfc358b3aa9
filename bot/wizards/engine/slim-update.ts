import type { Message, Update } from 'grammy/types'
import type { MemberContext } from '../../context.ts'

/**
 * As much of an update as a wizard reads: a conversation remembers each update whole, and a message that answers
 * another one carries that too.
 */
export function slimUpdate({ update, me }: MemberContext): Update {
  const { update_id, message, callback_query: press } = update
  if (press) {
    const { id, from, chat_instance, data = '' } = press
    return { update_id, callback_query: { id, from, chat_instance, data } }
  }
  if (!message) return { update_id }
  const { message_id, date, chat, from = me, text, document, contact } = message
  const kept = { message_id, date, chat, from, ...defined({ text, document, contact }) }
  return { update_id, message: kept as Message & Update.NonChannel }
}

const defined = (parts: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(parts).filter(([, part]) => part !== undefined))
