import { useCallback, useEffect, useMemo, useState } from 'preact/hooks'
import { Blank, Notice, reasonOf } from './components/notices.tsx'
import { LeadPage } from './pages/lead-page.tsx'
import { LeadsPage } from './pages/leads-page.tsx'
import { type Desk, DeskContext } from './state/desk.ts'
import { useRoute } from './state/route.ts'
import { ApiError, createSession } from './state/session.ts'
import { createTimes } from './state/times.ts'
import { readTongue, type Tongue } from './state/words.ts'
import type { Launch } from './telegram/launch.ts'

/** What asking again from here does not change: a session begins anew only where Telegram opens the page. */
const forGood = new Set(['session-over', 'signed-out', 'launch-refused', 'outside', 'not-a-member'])

/** @param first the words until the session says what the member speaks */
export function App({ launch, first }: { launch: Launch; first: Tongue }) {
  const session = useMemo(() => createSession(launch.initData, launch.language), [launch])
  const route = useRoute(launch.lead)
  const [known, setKnown] = useState<Pick<Desk, 'me' | 'tongue' | 'times'>>()
  const [error, setError] = useState<ApiError>()
  const [attempt, setAttempt] = useState(0)
  const over = useCallback((code?: 'signed-out') => setError(new ApiError(code ?? 'session-over', '')), [])

  useEffect(() => {
    let isWanted = true
    session
      .begin()
      .then(async (me) => {
        const tongue = me.language === first.language ? first : await readTongue(me.language)
        if (!isWanted) return
        setKnown({ me, tongue, times: createTimes(tongue.language, me.timeZone) })
        setError(undefined)
      })
      .catch((failure: unknown) => {
        if (!(failure instanceof ApiError)) throw failure
        if (isWanted) setError(failure)
      })
    return () => {
      isWanted = false
    }
  }, [session, first, attempt])

  const { say } = known?.tongue ?? first
  if (error) {
    const again = forGood.has(error.code) ? undefined : () => setAttempt(attempt + 1)
    return (
      <main class="alone">
        <Notice
          {...reasonOf(say, error)}
          {...(again ? { action: { words: say('miniapp-again'), do: again } } : {})}
        />
      </main>
    )
  }
  if (!known) return <Blank words={say('miniapp-loading')} />
  return (
    <DeskContext.Provider value={{ ...known, session, over }}>
      {route.lead ? (
        <LeadPage key={route.lead} id={route.lead} back={route.back} open={route.open} />
      ) : (
        <LeadsPage open={route.open} />
      )}
    </DeskContext.Provider>
  )
}
