import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { LeadGlance, LeadsAnswer, LeadsRequest } from '../../contract.ts'
import { Choice } from '../components/choice.tsx'
import { Icon } from '../components/icons.tsx'
import { LeadRow } from '../components/lead-row.tsx'
import { More } from '../components/more.tsx'
import { Notice, reasonOf, Skeleton } from '../components/notices.tsx'
import { useDesk } from '../state/desk.ts'
import { ApiError } from '../state/session.ts'
import { usePages } from '../state/use-pages.ts'

type Status = NonNullable<LeadsRequest['status']>
type View = 'inbox' | 'all' | Status
type Whose = NonNullable<LeadsRequest['whose']>

const viewKeys: Record<View, string> = {
  inbox: 'miniapp-inbox',
  all: 'miniapp-all',
  new: 'miniapp-status-new',
  contacted: 'miniapp-status-contacted',
  follow_up: 'miniapp-status-follow-up',
  converted: 'miniapp-status-converted',
  lost: 'miniapp-status-lost',
}
const whoseKeys: Record<Whose, string> = {
  all: 'miniapp-everybody',
  mine: 'miniapp-mine',
  unclaimed: 'miniapp-unclaimed',
}

/** What was looked at last, so that the way back leads there. */
const remembered: { view: View; whose: Whose; words: string; scroll: number } = {
  view: 'inbox',
  whose: 'all',
  words: '',
  scroll: 0,
}
/** Typing is waited for, so that not every letter is a search. In milliseconds. */
const pause = 250

/** The list of leads, with filters and a search over everything. */
export function LeadsPage({ open }: { open(id: string): void }) {
  const { me, tongue } = useDesk()
  const { say } = tongue
  const [view, setView] = useState(remembered.view)
  const [whose, setWhose] = useState(remembered.whose)
  const [typed, setTyped] = useState(remembered.words)
  const words = useSettled(typed.trim(), pause)
  const field = useRef<HTMLInputElement>(null)

  const pages = usePages<LeadGlance, LeadsAnswer>(pathOf(view, whose, words), 'after', pageOf, 'after')
  // Before it is drawn: whoever comes back finds the list as he left it.
  useLayoutEffect(() => {
    document.title = me.organization
    scrollTo(0, remembered.scroll)
  }, [me.organization])
  useEffect(() => {
    if (remembered.view !== view || remembered.whose !== whose || remembered.words !== words) scrollTo(0, 0)
    Object.assign(remembered, { view, whose, words })
  }, [view, whose, words])

  const openOne = (id: string) => {
    remembered.scroll = scrollY
    open(id)
  }
  const clear = () => {
    setTyped('')
    field.current?.focus()
  }
  const options = <Value extends string>(keys: Record<Value, string>) =>
    (Object.keys(keys) as Value[]).map((value) => ({ value, words: say(keys[value]) }))

  return (
    <>
      <header class="top">
        <h1 class="unseen">{say('miniapp-leads')}</h1>
        <search class="search">
          <Icon name="search" />
          <input
            ref={field}
            type="search"
            enterkeyhint="search"
            autocomplete="off"
            // An empty field would be read from left to right.
            dir={typed ? 'auto' : tongue.direction}
            aria-label={say('miniapp-search')}
            placeholder={say('miniapp-search')}
            value={typed}
            onInput={(event) => setTyped(event.currentTarget.value)}
            onKeyDown={(event) => event.key === 'Enter' && event.currentTarget.blur()}
          />
          {typed ? (
            <button type="button" class="clear" aria-label={say('miniapp-clear')} onClick={clear}>
              <Icon name="clear" />
            </button>
          ) : null}
        </search>
        {words ? null : (
          <>
            <Choice
              name="view"
              label={say('miniapp-which')}
              options={options(viewKeys)}
              value={view}
              choose={setView}
            />
            <Choice
              name="whose"
              label={say('miniapp-whose')}
              options={options(whoseKeys)}
              value={whose}
              choose={setWhose}
            />
          </>
        )}
      </header>
      <main>
        <List pages={pages} isSearch={words !== ''} open={openOne} />
        <Foot />
      </main>
    </>
  )
}

function List({
  pages,
  isSearch,
  open,
}: {
  pages: ReturnType<typeof usePages<LeadGlance, LeadsAnswer>>
  isSearch: boolean
  open(id: string): void
}) {
  const { say } = useDesk().tongue
  const { items, isReady, isAsking, error, total } = pages
  if (error && !isReady) {
    return <Notice {...reasonOf(say, error)} action={{ words: say('miniapp-again'), do: pages.again }} />
  }
  if (!isReady) return <Skeleton words={say('miniapp-loading')} rows={7} />
  if (items.length === 0) {
    return isSearch ? (
      <Notice title={say('miniapp-none-found')} text={say('miniapp-none-found-how')} />
    ) : (
      <Notice title={say('miniapp-none')} text={say('miniapp-none-how')} />
    )
  }
  return (
    <>
      <p class="count" role="status">
        {total === null ? '' : say('miniapp-count', { count: total })}
      </p>
      <ul class="rows">
        {items.map((lead) => (
          <LeadRow key={lead.id} lead={lead} open={open} />
        ))}
      </ul>
      {error ? (
        <Notice {...reasonOf(say, error)} action={{ words: say('miniapp-again'), do: pages.again }} />
      ) : pages.hasMore ? (
        <More words={say('miniapp-more')} isAsking={isAsking} more={pages.more} />
      ) : null}
    </>
  )
}

/** Who is looking, and the way out. */
function Foot() {
  const { me, session, tongue, over } = useDesk()
  const { say } = tongue
  const leave = () => {
    session.end().then(
      () => over('signed-out'),
      (error: unknown) => {
        if (!(error instanceof ApiError)) throw error
        // Who cannot be reached has ended nothing: the button stays.
        if (error.code === 'session-over') over()
      },
    )
  }
  return (
    <footer class="foot">
      <span>
        <bdi>{me.name}</bdi> · <bdi>{me.role}</bdi> · <bdi>{me.organization}</bdi>
      </span>
      <button type="button" class="link" onClick={leave}>
        {say('miniapp-sign-out')}
      </button>
    </footer>
  )
}

function pathOf(view: View, whose: Whose, words: string): string {
  if (words) return `/leads?${new URLSearchParams({ words: words.slice(0, 500) })}`
  const of = view === 'inbox' || view === 'all' ? { view } : { status: view }
  return `/leads?${new URLSearchParams({ ...of, whose })}`
}

const pageOf = ({ leads, next, total }: LeadsAnswer) => ({ items: leads, next, total })

/** A value once it has not changed for a while. */
function useSettled(value: string, ms: number): string {
  const [settled, setSettled] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), ms)
    return () => clearTimeout(timer)
  }, [value, ms])
  return settled
}
