import { useCallback, useEffect, useRef, useState } from 'preact/hooks'
import { useDesk } from './desk.ts'
import { ApiError } from './session.ts'

/** What came of a question: nothing yet, an answer, or why there is none. */
export interface Asking<Answer> {
  answer: Answer | undefined
  error: ApiError | undefined
  isAsking: boolean
  /** Asks again; what was answered stays until there is news. */
  again(): void
}

/** Asks the desk once, and again when the page is looked at after a while. */
export function useAnswer<Answer>(path: string): Asking<Answer> {
  const { session, over } = useDesk()
  const [state, setState] = useState<{ path: string; answer?: Answer; error?: ApiError }>({ path })
  const [isAsking, setAsking] = useState(true)
  const running = useRef<AbortController>(undefined)

  const again = useCallback(() => {
    running.current?.abort()
    const asked = new AbortController()
    running.current = asked
    setAsking(true)
    session
      .get<Answer>(path, asked.signal)
      .then((answer) => setState({ path, answer }))
      .catch((error: unknown) => {
        if (asked.signal.aborted) return
        if (!(error instanceof ApiError)) throw error
        if (error.code === 'session-over') over()
        setState((before) => ({ ...(before.path === path ? before : { path }), error }))
      })
      .finally(() => {
        if (!asked.signal.aborted) setAsking(false)
      })
  }, [path, session, over])

  useEffect(() => {
    again()
    return () => running.current?.abort()
  }, [again])
  useWhenSeenAgain(again)

  const isOfNow = state.path === path
  return {
    answer: isOfNow ? state.answer : undefined,
    error: isOfNow ? state.error : undefined,
    isAsking,
    again,
  }
}

/** Phones leave pages in the background for hours: what is shown then is asked for anew. */
export function useWhenSeenAgain(look: () => void): void {
  const newest = useRef(look)
  newest.current = look
  useEffect(() => {
    const seen = () => {
      if (document.visibilityState === 'visible') newest.current()
    }
    document.addEventListener('visibilitychange', seen)
    return () => document.removeEventListener('visibilitychange', seen)
  }, [])
}
