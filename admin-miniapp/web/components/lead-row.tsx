import type { LeadGlance } from '../../contract.ts'
import { useDesk } from '../state/desk.ts'
import { addressOf } from '../state/route.ts'
import { Avatar } from './avatar.tsx'
import { StatusPill } from './status-pill.tsx'

/** A lead in a list: who, when, what was said last, and how it stands. */
export function LeadRow({ lead, open }: { lead: LeadGlance; open(id: string): void }) {
  const { times, tongue } = useDesk()
  const { say } = tongue
  const { id, name, number, network, last, excerpt, owner, tags, waits, snoozedUntil } = lead
  const follow = (event: MouseEvent) => {
    // A new tab, or whatever else the reader wants of a link.
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return
    event.preventDefault()
    open(id)
  }
  return (
    <li>
      <a class="row" href={addressOf(id)} onClick={follow}>
        <Avatar id={id} name={name} network={network.code} />
        <span class="row-body">
          <span class="row-line">
            <bdi class="row-name">{name}</bdi>
            <time class="row-time" dateTime={lead.lastAt}>
              {times.short(lead.lastAt)}
            </time>
          </span>
          <span class="row-line">
            <span class="row-words" dir="auto">
              {excerpt ? (
                excerpt.map(({ text, matches }, index) => (matches ? <mark key={index}>{text}</mark> : text))
              ) : last ? (
                <>
                  {last.isOurs ? <span class="row-ours">{say('miniapp-ours')} </span> : null}
                  {last.words}
                </>
              ) : (
                say('miniapp-no-words')
              )}
            </span>
            {waits ? (
              <span class="dot">
                <span class="unseen">{say('miniapp-waits')}</span>
              </span>
            ) : null}
          </span>
          <span class="row-line row-facts">
            <StatusPill status={lead.status} />
            <span class="row-owner">
              {owner ? owner.isMe ? say('miniapp-mine-one') : <bdi>{owner.name}</bdi> : say('miniapp-nobody')}
            </span>
            {snoozedUntil ? <span>{say('miniapp-snoozed')}</span> : null}
            {tags.slice(0, 2).map((tag) => (
              <bdi class="tag" key={tag}>
                {tag}
              </bdi>
            ))}
            <span class="row-number">#{number}</span>
          </span>
          <span class="unseen">{network.words}</span>
        </span>
      </a>
    </li>
  )
}
