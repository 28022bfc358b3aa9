import { type AlbumKind, albumKind } from './album-kind.ts'
import { mostFileBytes } from './decide-file-manner.ts'
import { type FileManner, mostAlbumParts } from './post-content.ts'

interface Groupable {
  manner: FileManner
  /** In bytes. */
  size: number | null
}

/** Files that are shown as one. */
export interface FileGroup<Item> {
  kind: AlbumKind
  /** Counted from 0 among the groups of its kind. */
  number: number
  items: Item[]
}

/**
 * Sorts files into as few albums as Telegram allows, in order: ten parts at most, and together no more bytes than one
 * file may have, since they are one upload. What stands alone everywhere is in none of them.
 */
export function groupFiles<Item extends Groupable>(files: readonly Item[]): FileGroup<Item>[] {
  const groups: (FileGroup<Item> & { bytes: number })[] = []
  for (const item of files) {
    const kind = albumKind(item.manner)
    if (!kind) continue
    const size = item.size ?? 0
    const last = groups.findLast((group) => group.kind === kind)
    if (last && last.items.length < mostAlbumParts && last.bytes + size <= mostFileBytes) {
      last.items.push(item)
      last.bytes += size
    } else {
      groups.push({ kind, number: last ? last.number + 1 : 0, items: [item], bytes: size })
    }
  }
  return groups.map(({ kind, number, items }) => ({ kind, number, items }))
}
