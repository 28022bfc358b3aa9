import type { InboundItem } from '#core/channels/inbound-item.ts'
import { isRecord, type JsonRecord } from '../../meta/loose-json.ts'
import { unreadable } from './unreadable.ts'

/** @throws Error whose message is the reason that the item is put aside with */
type ReadOne = (item: JsonRecord, path: string) => InboundItem | InboundItem[]

/** A bad item is put aside alone: whatever is wrong with it, the ones beside it are read. An absent list is empty. */
export function readEach(list: unknown, path: string, readOne: ReadOne): InboundItem[] {
  if (list === undefined || list === null) return []
  if (!Array.isArray(list)) return [unreadable(path, 'is not a list', list)]
  return list.flatMap((item, index) => {
    const where = `${path}[${index}]`
    if (!isRecord(item)) return unreadable(where, 'is not an object', item)
    try {
      return readOne(item, where)
    } catch (error) {
      return unreadable(where, error instanceof Error ? error.message : String(error), item)
    }
  })
}
