import { useEffect, useRef } from 'preact/hooks'

/** A button that asks for more by itself once it comes into sight. */
export function More({ words, isAsking, more }: { words: string; isAsking: boolean; more(): void }) {
  const button = useRef<HTMLButtonElement>(null)
  const newest = useRef(more)
  newest.current = more
  useEffect(() => {
    if (!button.current || isAsking) return
    const watch = new IntersectionObserver(
      ([entry]) => {
        if (entry?.isIntersecting) newest.current()
      },
      { rootMargin: '300px' },
    )
    watch.observe(button.current)
    return () => watch.disconnect()
  }, [isAsking])
  return (
    <button ref={button} type="button" class="more" aria-busy={isAsking} onClick={more}>
      {isAsking ? <span class="spinner" /> : null}
      {words}
    </button>
  )
}
