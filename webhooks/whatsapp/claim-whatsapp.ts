import { isRecord, type JsonRecord, listAt } from '../meta/loose-json.ts'

/**
 * Which source of the inbox a call of Meta's is, where it is WhatsApp's. Some management calls leave `object` out; of
 * Meta's networks only WhatsApp puts everything in `changes`. A call that holds nothing but old chats is
 * `whatsapp_history`, so that thousands of old messages never stand before a live one.
 */
export function claimWhatsapp(call: JsonRecord): 'whatsapp' | 'whatsapp_history' | undefined {
  const entries = listAt(call, 'entry') ?? []
  const [first] = entries
  const ours =
    call.object === undefined
      ? isRecord(first) && Array.isArray(first.changes)
      : call.object === 'whatsapp_business_account'
  if (!ours) return undefined
  return entries.length > 0 && entries.every(isHistory) ? 'whatsapp_history' : 'whatsapp'
}

function isHistory(entry: unknown): boolean {
  const changes = isRecord(entry) ? (listAt(entry, 'changes') ?? []) : []
  return changes.length > 0 && changes.every((change) => isRecord(change) && change.field === 'history')
}
