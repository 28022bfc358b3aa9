import type { ComponentChildren } from 'preact'
import type { ApiError } from '../state/session.ts'
import type { Say } from '../state/words.ts'

/** What stands where there is nothing else to show. */
export function Notice({
  title,
  text,
  action,
}: {
  title: string
  text?: string
  action?: { words: string; do(): void }
}) {
  return (
    <div class="notice" role="status">
      <h2>{title}</h2>
      {text ? <p>{text}</p> : null}
      {action ? (
        <button type="button" class="button" onClick={action.do}>
          {action.words}
        </button>
      ) : null}
    </div>
  )
}

/** The page before it knows anything, without a jump when it does. */
export function Blank({ words }: { words: string }) {
  return (
    <main class="alone" aria-busy="true">
      <span class="spinner" />
      <span class="unseen" role="status">
        {words}
      </span>
    </main>
  )
}

/** Grey rows in the shape of what comes. */
export function Skeleton({ words, rows }: { words: string; rows: number }): ComponentChildren {
  return (
    <div class="skeleton">
      <span class="unseen" role="status">
        {words}
      </span>
      {Array.from({ length: rows }, (_, row) => (
        <div class="skeleton-row" key={row} aria-hidden="true" />
      ))}
    </div>
  )
}

/** Why something is not shown and what to do: the desk's own words, or ours where it said nothing. */
export function reasonOf(say: Say, { code, message }: ApiError): { title: string; text: string } {
  if (code === 'session-over' || code === 'launch-refused') {
    return { title: say('miniapp-over'), text: say('miniapp-over-how') }
  }
  if (code === 'signed-out') return { title: say('miniapp-signed-out'), text: say('miniapp-signed-out-how') }
  if (code === 'outside') return { title: say('miniapp-outside'), text: say('miniapp-outside-how') }
  if (code === 'unreachable')
    return { title: say('miniapp-unreachable'), text: say('miniapp-unreachable-how') }
  if (code === 'lead-not-found') return { title: say('miniapp-no-lead'), text: say('miniapp-no-lead-how') }
  return { title: say('miniapp-failed'), text: message }
}
