import type { LeadCard } from '#core/leads/lead-card.ts'
import { shortId } from '#core/new-id.ts'
import { callbackData } from '../callback-data.ts'
import { appButton } from '../mini-app/app-button.ts'
import type { Button, Face } from '../posts/post-content.ts'
import { cutLine } from '../text/cut-text.ts'
import { escapeHtml, tame } from '../text/escape-html.ts'
import { tellDuration } from '../text/tell-duration.ts'
import type { Voice } from '../voice.ts'
import { glanceAt } from './show-message.ts'
import { nameOf, numberOf, sayNetwork, sayStatus } from './words-of-lead.ts'

export const inboxTabs = ['mine', 'unclaimed', 'all', 'snoozed'] as const
export type InboxTab = (typeof inboxTabs)[number]

/** Leads on one page. */
export const inboxPage = 8

const tabKeys: Record<InboxTab, string> = {
  mine: 'inbox-mine',
  unclaimed: 'inbox-unclaimed',
  all: 'inbox-all',
  snoozed: 'inbox-snoozed',
}
const emptyKeys: Record<InboxTab, string> = {
  mine: 'inbox-empty-mine',
  unclaimed: 'inbox-empty-unclaimed',
  all: 'inbox-empty-all',
  snoozed: 'inbox-empty-snoozed',
}

export interface InboxView {
  whose: InboxTab
  offset: number
  leads: LeadCard[]
  total: number
  /** Only leads with this tag are listed. */
  tag?: { id: string; name: string }
}

/** One page of the inbox: a block and a button for each lead, tabs above, pages below, and the way to all of them in the Mini App. */
export function inboxFace(voice: Voice, { whose, offset, leads, total, tag }: InboxView): Face {
  const { say, mark } = voice
  const tabs = inboxTabs.map((tab) => ({
    text: tab === whose ? `• ${say(tabKeys[tab])} •` : say(tabKeys[tab]),
    data: callbackData('inbox', tab, '0', ...tagPart(tag)),
  }))
  const narrowing = tag
    ? { text: `✕ ${cutLine(tame(tag.name), 18)}`, data: callbackData('inbox', whose, '0') }
    : { text: say('button-tags'), data: callbackData('inbox-tags', whose) }
  const page = Math.floor(offset / inboxPage) + 1
  const pages = Math.max(1, Math.ceil(total / inboxPage))
  const about = tag ? ` · 🏷 ${escapeHtml(tag.name)}` : ''
  // The snoozed have a sign of their own.
  const sign = whose === 'snoozed' ? '' : '📥 '
  const head = `${sign}<b>${say(tabKeys[whose])}</b>${about} · ${say('inbox-total', { count: total })}`
  const blocks = leads.map((lead) => leadBlock(voice, lead))
  const foot = pages > 1 ? [say('inbox-page', { page, pages })] : []
  return {
    html: [
      head,
      ...(blocks.length > 0 ? blocks : [tag ? say('inbox-empty-tag') : say(emptyKeys[whose])]),
      ...foot,
    ]
      .map((block) => block.replace(/^/gm, mark))
      .join('\n\n'),
    buttons: [
      tabs.slice(0, 3),
      [...tabs.slice(3), narrowing],
      ...nextButtons(voice, leads),
      ...openButtons(voice, leads),
      ...pageButtons(voice, { whose, offset, total, ...(tag ? { tag } : {}) }),
      [appButton(say)],
    ],
    subjects: leads.map(({ id }) => id),
  }
}

/** In the place of a list that shows what must not be shown any more. */
export const outdatedInbox = ({ say }: Voice): Face => ({
  html: `📥 ${say('inbox-outdated')}`,
  buttons: [[{ text: say('button-inbox'), data: callbackData('inbox', 'mine', '0') }]],
})

function leadBlock({ say, now }: Voice, lead: LeadCard): string {
  const message = lead.lastMessage ?? lead.firstMessage
  const waits = lead.lastMessage?.direction === 'inbound'
  const since = tellDuration(say, now.getTime() - (message?.sentAt ?? lead.lastMessageAt).getTime())
  const facts = [
    ...(lead.channel ? [escapeHtml(sayNetwork(say, lead.channel.network))] : []),
    sayStatus(say, lead.status),
    waits ? say('inbox-waiting', { since }) : say('inbox-answered', { since }),
  ]
  return [
    `${waits ? '🔴' : '⚪️'} <b>${numberOf(lead)} ${escapeHtml(nameOf(say, lead))}</b>`,
    facts.join(' · '),
    ...(lead.tags.length > 0 ? [tagLine(lead)] : []),
    ...(message ? [glanceAt(say, message, 60)] : []),
  ].join('\n')
}

/** To the one that waits longest, where any waits. */
const nextButtons = ({ say }: Voice, leads: LeadCard[]): Button[][] =>
  leads.some(({ lastMessage }) => lastMessage?.direction === 'inbound')
    ? [[{ text: say('button-next-lead'), data: callbackData('next') }]]
    : []

function openButtons({ say }: Voice, leads: LeadCard[]): Button[][] {
  const buttons = leads.map((lead) => ({
    text: cutLine(`${numberOf(lead)} ${nameOf(say, lead)}`, 28),
    data: callbackData('open', shortId(lead.id)),
  }))
  return Array.from({ length: Math.ceil(buttons.length / 2) }, (_, row) =>
    buttons.slice(row * 2, row * 2 + 2),
  )
}

const tagLine = ({ tags }: LeadCard): string =>
  `🏷 ${escapeHtml(cutLine(tame(tags.map(({ name }) => name).join(', ')), 60))}`

/** The tag as buttons carry it. */
const tagPart = (tag: InboxView['tag']): string[] => (tag ? [shortId(tag.id)] : [])

function pageButtons(
  { say }: Voice,
  { whose, offset, total, tag }: Pick<InboxView, 'whose' | 'offset' | 'total' | 'tag'>,
): Button[][] {
  const to = (text: string, at: number) => ({
    text,
    data: callbackData('inbox', whose, String(at), ...tagPart(tag)),
  })
  const row = [
    ...(offset > 0 ? [to(say('button-previous'), Math.max(0, offset - inboxPage))] : []),
    ...(offset + inboxPage < total ? [to(say('button-next'), offset + inboxPage)] : []),
  ]
  return row.length > 0 ? [row] : []
}
