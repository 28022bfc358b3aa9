export interface PendingUpdate {
  id: number
  /** `message`, `callback_query`… */
  kind: string
  /** The chat it is about, for faults. */
  peer: string
  /** Updates of one lane are delivered one after another; lanes do not wait for each other. */
  lane: string
  body: unknown
  expiresAt: number
  tries: number
  /** Already held back once on purpose, so it is not held back again. */
  wasHeld?: boolean
}

/** What waits for one bot, by lane and in order. */
export interface UpdateBox {
  add(update: PendingUpdate): void
  /** The first of a lane that has not expired. */
  head(lane: string): PendingUpdate | undefined
  remove(update: PendingUpdate): void
  /** Puts updates back before everything else in their lanes, the first given ending up first. */
  putBack(updates: PendingUpdate[]): void
  lanes(): string[]
  /** Everything that has not expired, by id. */
  all(): PendingUpdate[]
  count(): number
  /** Forgets ids below this one. */
  confirm(below: number): void
  clear(): void
}

/** Creates an empty box. */
export function createUpdateBox(): UpdateBox {
  const waiting = new Map<string, PendingUpdate[]>()
  const fresh = (update: PendingUpdate) => update.expiresAt > Date.now()
  const keep = (lane: string, updates: PendingUpdate[]) => {
    if (updates.length > 0) waiting.set(lane, updates)
    else waiting.delete(lane)
  }
  const box: UpdateBox = {
    add(update) {
      const lane = waiting.get(update.lane)
      if (lane) lane.push(update)
      else waiting.set(update.lane, [update])
    },
    head(lane) {
      const updates = waiting.get(lane) ?? []
      while (updates[0] && !fresh(updates[0])) updates.shift()
      keep(lane, updates)
      return updates[0]
    },
    remove(update) {
      const updates = waiting.get(update.lane) ?? []
      if (updates[0] === update) updates.shift()
      else updates.splice(updates.indexOf(update), updates.includes(update) ? 1 : 0)
      keep(update.lane, updates)
    },
    putBack(updates) {
      for (const update of updates.toReversed()) {
        const lane = waiting.get(update.lane)
        if (lane) lane.unshift(update)
        else waiting.set(update.lane, [update])
      }
    },
    lanes: () => [...waiting.keys()],
    all: () =>
      [...waiting.values()]
        .flat()
        .filter(fresh)
        .toSorted((a, b) => a.id - b.id),
    count: () => box.all().length,
    confirm(below) {
      for (const [lane, updates] of [...waiting]) {
        keep(
          lane,
          updates.filter((update) => update.id >= below),
        )
      }
    },
    clear: () => waiting.clear(),
  }
  return box
}
