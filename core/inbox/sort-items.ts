import type { ChannelNotice, InboundItem } from '../channels/inbound-item.ts'
import type { AccountFinder } from '../conversations/receive/accounts.ts'
import { type AccountItem, addToLot, type Lot } from './lot.ts'
import type { Aside } from './put-aside.ts'

/** An item with the raw call that it came in. */
export interface ReadItem<Item extends InboundItem = InboundItem> {
  eventId: string
  item: Item
}

export interface SortedItems {
  /** By organization. */
  lots: Map<string, Lot>
  notices: ReadItem<ChannelNotice>[]
  aside: Aside[]
}

/** Sorts items by whose they are; what is nobody's here, or of nobody, is put aside. Account states are sorted already. */
export function sortItems(items: ReadItem[], find: AccountFinder): SortedItems {
  const lots = new Map<string, Lot>()
  const notices: ReadItem<ChannelNotice>[] = []
  const aside: Aside[] = []
  for (const { eventId, item } of items) {
    switch (item.type) {
      case 'unreadable':
        aside.push({ eventId, organizationId: null, path: item.path, reason: item.reason, item: item.item })
        break
      case 'channel-notice':
        notices.push({ eventId, item })
        break
      case 'account-state':
        break
      default: {
        const { network, account: externalId } = item
        const account = find(network, externalId)
        const base = { eventId, path: '', item }
        if (!account) {
          const awaits = { network, account: externalId }
          const reason = 'nobody here has connected this account'
          aside.push({ ...base, organizationId: null, reason, awaits })
        } else if (isNobodys(item)) {
          const reason = 'the network did not say who wrote this message'
          aside.push({ ...base, organizationId: account.organizationId, reason })
        } else {
          const lot = lots.get(account.organizationId) ?? {}
          lots.set(account.organizationId, lot)
          addToLot(lot, { accountId: account.id, item, eventId })
        }
      }
    }
  }
  return { lots, notices, aside }
}

/** Whether an item is about a person whom the network does not name. */
const isNobodys = (item: AccountItem) => 'person' in item && item.person.identities.length === 0
