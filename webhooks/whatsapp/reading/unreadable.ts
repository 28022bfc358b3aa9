import type { UnreadableItem } from '#core/channels/inbound-item.ts'

/** An item, or a place where items should be, that is put aside with the reason. */
export function unreadable(path: string, reason: string, item: unknown): UnreadableItem {
  return { type: 'unreadable', network: 'whatsapp', path, reason, item }
}
