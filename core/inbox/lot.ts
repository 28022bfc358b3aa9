import type { AccountState, ChannelNotice, InboundItem, UnreadableItem } from '../channels/inbound-item.ts'
import type { Addressed } from '../conversations/receive/receive-messages.ts'

/** What is about one account that is connected here. */
export type AccountItem = Exclude<InboundItem, AccountState | ChannelNotice | UnreadableItem>
export type AccountItemType = AccountItem['type']
export type ItemOf<Type extends AccountItemType> = Extract<AccountItem, { type: Type }>

/** The items of one organization in a batch, by what they are, in the order in which they came. */
export type Lot = { [Type in AccountItemType]?: Addressed<ItemOf<Type>>[] }

/** Adds an item to its heap. */
export function addToLot(lot: Lot, { accountId, item, eventId }: Addressed<AccountItem>): void {
  const heaps = lot as Partial<Record<AccountItemType, Addressed<AccountItem>[]>>
  const heap = heaps[item.type] ?? []
  heaps[item.type] = heap
  heap.push({ accountId, item, ...(eventId === undefined ? {} : { eventId }) })
}
