import { Fragment } from 'preact'
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks'
import type { Lead, Line, MessagesAnswer } from '../../contract.ts'
import { useDesk } from '../state/desk.ts'
import { usePages } from '../state/use-pages.ts'
import { Bubble } from './bubble.tsx'
import { More } from './more.tsx'
import { Notice, reasonOf, Skeleton } from './notices.tsx'

/** How often an open conversation is looked at for news, in milliseconds. */
const pulse = 15_000
/** So near to its end somebody reads the newest, and is kept there. In pixels. */
const nearEnd = 120

/** All that was said, noted and done, the newest at the end and in sight. */
export function Timeline({ lead }: { lead: Lead }) {
  const { tongue, times } = useDesk()
  const { say } = tongue
  const pages = usePages<Line, MessagesAnswer>(`/leads/${lead.id}/messages?`, 'before', pageOf, 'before')
  const { items, isReady, error, again } = pages
  const place = useRef({ height: 0, first: '', last: '', isAtEnd: true })

  useEffect(() => {
    const timer = setInterval(() => {
      if (document.visibilityState === 'visible') again()
    }, pulse)
    const look = () => {
      place.current.isAtEnd = scrollY + innerHeight > document.documentElement.scrollHeight - nearEnd
    }
    addEventListener('scroll', look, { passive: true })
    return () => {
      clearInterval(timer)
      removeEventListener('scroll', look)
    }
  }, [again])

  // What comes above must not move what is read; what comes below is followed by whoever is there.
  useLayoutEffect(() => {
    const now = place.current
    const { scrollHeight } = document.documentElement
    const first = items[0]?.id ?? ''
    const last = items.at(-1)?.id ?? ''
    if (last !== now.last && now.isAtEnd) scrollTo(0, scrollHeight)
    else if (first !== now.first && last === now.last) scrollBy(0, scrollHeight - now.height)
    place.current = { ...now, height: document.documentElement.scrollHeight, first, last }
  }, [items])

  if (!isReady) {
    return error ? (
      <Notice {...reasonOf(say, error)} action={{ words: say('miniapp-again'), do: again }} />
    ) : (
      <Skeleton words={say('miniapp-loading')} rows={5} />
    )
  }
  if (items.length === 0) return <Notice title={say('miniapp-talk-none')} />
  return (
    <div class="talk" role="log" aria-label={say('miniapp-talk')}>
      {error ? (
        <Notice {...reasonOf(say, error)} action={{ words: say('miniapp-again'), do: again }} />
      ) : pages.hasMore ? (
        <More words={say('miniapp-earlier')} isAsking={pages.isAsking} more={pages.more} />
      ) : null}
      {items.map((line, index) => {
        const before = items[index - 1]
        const isNewDay = !before || times.dayKey(before.at) !== times.dayKey(line.at)
        return (
          <Fragment key={line.id}>
            {isNewDay ? <h2 class="day">{times.day(line.at)}</h2> : null}
            <Bubble line={line} lead={lead} goesOn={!isNewDay && isOneTurn(before, line)} />
          </Fragment>
        )
      })}
    </div>
  )
}

const pageOf = ({ lines, before }: MessagesAnswer) => ({ items: lines, next: before, total: null })

/** Whether a line goes on with the one before it: then who speaks is not said again. */
const isOneTurn = (before: Line | undefined, line: Line) =>
  before?.type === line.type &&
  before.direction === line.direction &&
  before.by === line.by &&
  Date.parse(line.at) - Date.parse(before.at) < 10 * 60_000
