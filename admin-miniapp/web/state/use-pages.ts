import { useCallback, useEffect, useReducer, useRef } from 'preact/hooks'
import { useDesk } from './desk.ts'
import { ApiError } from './session.ts'
import { useWhenSeenAgain } from './use-answer.ts'

/** A list that comes in pages. */
export interface Pages<Item> {
  items: Item[]
  total: number | null
  /** Whether the first page is there. */
  isReady: boolean
  isAsking: boolean
  hasMore: boolean
  error: ApiError | undefined
  more(): void
  again(): void
}

interface Page<Item> {
  items: Item[]
  next: string | null
  total: number | null
}

interface Kept<Item> extends Page<Item> {
  isReady: boolean
  isAsking: boolean
  error: ApiError | undefined
}

/** Lists that were looked at, so that the way back to one shows it at once. Of this visit only. */
const shelf = new Map<string, Page<unknown>>()

const empty = { items: [], next: null, total: null }

/**
 * @param path of the first page, with its question mark
 * @param read what of an answer is a page
 * @param join puts a further page to what is there
 */
export function usePages<Item extends { id: string }, Answer>(
  path: string,
  cursor: string,
  read: (answer: Answer) => Page<Item>,
  join: 'after' | 'before',
): Pages<Item> {
  const { session, over } = useDesk()
  const shown = useRef<{ path: string; kept: Kept<Item> }>(undefined)
  const running = useRef<AbortController>(undefined)
  const [, redraw] = useReducer((count: number) => count + 1, 0)

  const state = () => {
    if (shown.current?.path !== path) {
      const known = shelf.get(path) as Page<Item> | undefined
      shown.current = {
        path,
        kept: {
          ...(known ?? empty),
          isReady: known !== undefined,
          isAsking: known === undefined,
          error: undefined,
        },
      }
    }
    return shown.current as { path: string; kept: Kept<Item> }
  }
  const change = (changes: Partial<Kept<Item>>) => {
    const now = state()
    now.kept = { ...now.kept, ...changes }
    const { items, next, total, isReady } = now.kept
    if (isReady) shelf.set(path, { items, next, total })
    redraw(0)
  }

  const load = useCallback(
    (from: string | undefined) => {
      running.current?.abort()
      const asked = new AbortController()
      running.current = asked
      // What is looked at again in the background shows nothing of it.
      change({ isAsking: from !== undefined || !state().kept.isReady, error: undefined })
      session
        .get<Answer>(
          from === undefined ? path : `${path}&${cursor}=${encodeURIComponent(from)}`,
          asked.signal,
        )
        .then((answer) => {
          if (asked.signal.aborted) return
          change({ ...merge(state().kept, read(answer), from, join), isReady: true, isAsking: false })
        })
        .catch((error: unknown) => {
          if (asked.signal.aborted) return
          if (!(error instanceof ApiError)) throw error
          if (error.code === 'session-over') over()
          change({ isAsking: false, error })
        })
    },
    [path, session, over],
  )
  const again = useCallback(() => load(undefined), [load])

  // Whoever has gone down a list, or comes back to where he was in it, is not thrown to its top.
  const look = () => {
    if (join === 'before' || !state().kept.isReady || scrollY === 0) again()
  }
  useEffect(() => {
    look()
    return () => running.current?.abort()
  }, [again])
  useWhenSeenAgain(look)

  const { items, total, isReady, isAsking, next, error } = state().kept
  return {
    items,
    total,
    isReady,
    isAsking,
    error,
    hasMore: next !== null,
    again,
    more: () => {
      if (!isAsking && next !== null) load(next)
    },
  }
}

/**
 * A further page is put to what is there, each item once. The first page anew takes the place of a list, whose order may be
 * another now; to a conversation it is put where the two meet, since what was said before stays as it was.
 */
function merge<Item extends { id: string }>(
  before: Page<Item>,
  page: Page<Item>,
  from: string | undefined,
  join: 'after' | 'before',
): Page<Item> {
  const isNew = new Set(page.items.map(({ id }) => id))
  const others = before.items.filter(({ id }) => !isNew.has(id))
  if (from !== undefined) {
    return { ...page, items: join === 'after' ? [...others, ...page.items] : [...page.items, ...others] }
  }
  const meeting = join === 'before' ? before.items.findIndex(({ id }) => id === page.items[0]?.id) : -1
  if (meeting <= 0) return page
  return { ...page, items: [...before.items.slice(0, meeting), ...page.items], next: before.next }
}
