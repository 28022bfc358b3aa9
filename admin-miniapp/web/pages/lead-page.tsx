import { useEffect, useState } from 'preact/hooks'
import type { Lead } from '../../contract.ts'
import { Avatar } from '../components/avatar.tsx'
import { Details } from '../components/details.tsx'
import { Icon } from '../components/icons.tsx'
import { Notice, reasonOf, Skeleton } from '../components/notices.tsx'
import { StatusPill } from '../components/status-pill.tsx'
import { Timeline } from '../components/timeline.tsx'
import { useDesk } from '../state/desk.ts'
import { useAnswer } from '../state/use-answer.ts'
import { showBackButton } from '../telegram/bridge.ts'

const tabKeys = { talk: 'miniapp-talk', details: 'miniapp-details' } as const
type Tab = keyof typeof tabKeys
const tabs = Object.keys(tabKeys) as Tab[]

/** A lead's profile: all that was said, and all that is known. */
export function LeadPage({ id, back, open }: { id: string; back(): void; open(id: string): void }) {
  const { tongue } = useDesk()
  const { say } = tongue
  const { answer: lead, error, again } = useAnswer<Lead>(`/leads/${encodeURIComponent(id)}`)
  const [tab, setTab] = useState<Tab>('talk')
  const [isOwnBack, setOwnBack] = useState(true)
  useEffect(() => showBackButton(back, () => setOwnBack(false)), [back])
  useEffect(() => {
    if (lead) document.title = `${lead.name} · #${lead.number}`
  }, [lead])

  /** Arrows go from tab to tab, as screen readers say of tabs. */
  const onKey = (event: KeyboardEvent) => {
    if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return
    const next = tabs[(tabs.indexOf(tab) + 1) % tabs.length] ?? tab
    setTab(next)
    document.getElementById(`tab-${next}`)?.focus()
  }

  return (
    <>
      <header class="top lead-top">
        <div class="lead-head">
          {isOwnBack ? (
            <button type="button" class="round" aria-label={say('miniapp-back')} onClick={back}>
              <Icon name="back" turns />
            </button>
          ) : null}
          {lead ? (
            <>
              <Avatar id={lead.id} name={lead.name} network={lead.network.code} />
              <div class="lead-title">
                <h1>
                  <bdi>{lead.name}</bdi>
                </h1>
                <p>
                  <StatusPill status={lead.status} />
                  <span>{lead.network.words}</span>
                  <span class="row-number">#{lead.number}</span>
                </p>
              </div>
            </>
          ) : null}
        </div>
        {lead ? (
          <div class="tabs" role="tablist" aria-label={say('miniapp-which-part')} onKeyDown={onKey}>
            {tabs.map((name) => (
              <button
                key={name}
                type="button"
                role="tab"
                id={`tab-${name}`}
                aria-selected={tab === name}
                aria-controls={`panel-${name}`}
                tabIndex={tab === name ? 0 : -1}
                onClick={() => setTab(name)}
              >
                {say(tabKeys[name])}
              </button>
            ))}
          </div>
        ) : null}
      </header>
      <main>
        {lead ? (
          <section id={`panel-${tab}`} role="tabpanel" aria-labelledby={`tab-${tab}`} key={tab}>
            {tab === 'talk' ? <Timeline lead={lead} /> : <Details lead={lead} open={open} />}
          </section>
        ) : error ? (
          <Notice {...reasonOf(say, error)} action={{ words: say('miniapp-again'), do: again }} />
        ) : (
          <Skeleton words={say('miniapp-loading')} rows={5} />
        )}
      </main>
    </>
  )
}
