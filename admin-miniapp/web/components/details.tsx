import type { ComponentChildren } from 'preact'
import { useLayoutEffect } from 'preact/hooks'
import type { Lead } from '../../contract.ts'
import { useDesk } from '../state/desk.ts'
import { addressOf } from '../state/route.ts'
import { StatusPill } from './status-pill.tsx'

/** All that is known of a lead and its person. */
export function Details({ lead, open }: { lead: Lead; open(id: string): void }) {
  const { tongue, times } = useDesk()
  const { say } = tongue
  // Whoever comes from the end of a long conversation begins here at the top.
  useLayoutEffect(() => scrollTo(0, 0), [])
  return (
    <div class="details">
      {lead.isErased ? <p class="warning">{say('miniapp-erased')}</p> : null}
      {lead.isBlocked ? <p class="warning">{say('miniapp-blocked')}</p> : null}
      {lead.channel?.isStopped ? <p class="warning">{say('miniapp-stopped')}</p> : null}
      <dl class="facts">
        <Fact words={say('miniapp-owner')}>
          {lead.owner ? <bdi>{lead.owner.name}</bdi> : say('miniapp-nobody')}
        </Fact>
        <Fact words={say('miniapp-status')}>
          <StatusPill status={lead.status} />
          {lead.value ? <bdi>{lead.value}</bdi> : null}
          {lead.lostReason ? <bdi>{lead.lostReason}</bdi> : null}
          {lead.handled && !lead.closedAt ? <span>{say('miniapp-handled')}</span> : null}
        </Fact>
        <Window lead={lead} />
        {lead.snoozedUntil ? (
          <Fact words={say('miniapp-snoozed')}>
            {say('miniapp-until', { time: times.full(lead.snoozedUntil) })}
          </Fact>
        ) : null}
        {lead.addresses.map(({ kind, value }) => (
          <Fact key={value} words={say(addressKeys[kind])}>
            <Address kind={kind} value={value} />
          </Fact>
        ))}
        {lead.channel ? (
          <Fact words={say('miniapp-channel')}>
            <bdi>{lead.channel.words}</bdi>
          </Fact>
        ) : null}
        {lead.origin.length > 0 ? (
          <Fact words={say('miniapp-source')}>
            {lead.origin.map((words) => (
              <bdi class="line" key={words}>
                {words}
              </bdi>
            ))}
          </Fact>
        ) : null}
        {lead.tags.length > 0 ? (
          <Fact words={say('miniapp-tags')}>
            {lead.tags.map((tag) => (
              <bdi class="tag" key={tag}>
                {tag}
              </bdi>
            ))}
          </Fact>
        ) : null}
        <Fact words={say('miniapp-since')}>{times.full(lead.createdAt)}</Fact>
        {lead.closedAt ? <Fact words={say('miniapp-closed')}>{times.full(lead.closedAt)}</Fact> : null}
      </dl>
      {lead.reminders.length > 0 ? (
        <Part words={say('miniapp-reminders')}>
          {lead.reminders.map(({ at, text, member }) => (
            <li key={`${at}${text}`}>
              <time dateTime={at}>{times.full(at)}</time>
              {text ? <bdi>{text}</bdi> : null}
              {member ? <bdi class="faint">{member}</bdi> : null}
            </li>
          ))}
        </Part>
      ) : null}
      {lead.others.length > 0 ? (
        <Part words={say('miniapp-others')}>
          {lead.others.map(({ id, number, status, createdAt }) => (
            <li key={id}>
              <a
                href={addressOf(id)}
                onClick={(event) => {
                  if (event.ctrlKey || event.metaKey || event.shiftKey) return
                  event.preventDefault()
                  open(id)
                }}
              >
                #{number}
              </a>
              <StatusPill status={status} />
              <time class="faint" dateTime={createdAt}>
                {times.short(createdAt)}
              </time>
            </li>
          ))}
        </Part>
      ) : null}
    </div>
  )
}

const addressKeys: Record<Lead['addresses'][number]['kind'], string> = {
  phone: 'miniapp-phone',
  email: 'miniapp-email',
  username: 'miniapp-username',
  other: 'miniapp-username',
}

const Fact = ({ words, children }: { words: string; children: ComponentChildren }) => (
  <div class="fact">
    <dt>{words}</dt>
    <dd>{children}</dd>
  </div>
)

const Part = ({ words, children }: { words: string; children: ComponentChildren }) => (
  <section class="part">
    <h2>{words}</h2>
    <ul>{children}</ul>
  </section>
)

/** A number keeps its plus in front, also where lines run from right to left; a masked one cannot be dialled. */
function Address({ kind, value }: Lead['addresses'][number]) {
  if (kind === 'phone' && /^\+\d+$/.test(value)) {
    return (
      <a dir="ltr" href={`tel:${value}`}>
        {value}
      </a>
    )
  }
  return <span dir="ltr">{value}</span>
}

/** Whether free text may be sent, and how long still. */
function Window({ lead }: { lead: Lead }) {
  const { tongue, times } = useDesk()
  const { say } = tongue
  if (!lead.windowEndsAt || lead.isErased) return null
  const isOpen = Date.parse(lead.windowEndsAt) > Date.now()
  return (
    <Fact words={say('miniapp-window')}>
      {isOpen
        ? say('miniapp-window-open', { time: times.full(lead.windowEndsAt) })
        : say('miniapp-window-closed')}
    </Fact>
  )
}
