import type { LeadCard } from '#core/leads/lead-card.ts'
import { recordOf, textOf } from '#core/loose-json.ts'
import type { Role } from '#core/team/member.ts'
import type { Permission } from '#core/team/permissions.ts'
import type { Face } from '../posts/post-content.ts'
import { tellMoment } from '../reminders/tell-moment.ts'
import { clockOf } from '../text/clock.ts'
import { cutLine, cutText } from '../text/cut-text.ts'
import { leftToRight, ownDirection } from '../text/direction.ts'
import { escapeHtml, tame } from '../text/escape-html.ts'
import { clockStyle } from '../text/tell-clock.ts'
import { tellDuration } from '../text/tell-duration.ts'
import { tellMoney } from '../text/tell-money.ts'
import type { Voice } from '../voice.ts'
import { cardButtons } from './card-buttons.ts'
import { marksOf } from './marks-of.ts'
import { originLines } from './origin-lines.ts'
import { glanceAt, showMessage } from './show-message.ts'
import { nameOf, numberOf, sayChannel, sayLostReason, sayStatus } from './words-of-lead.ts'

/** Who looks at a card. */
export interface Viewer {
  id: string
  role: Role
  permissions: readonly Permission[]
  /** Everybody in the team's group: what only one person can use has no button there. */
  isGroup?: boolean
  /** In a group: a link that opens in the private chat of whoever follows it what is not for all to see. */
  link?: ((start: string) => string | undefined) | undefined
  /** In which times are told; absent or null: the organization's. */
  timeZone?: string | null
}

/** How much of the first words a card shows. */
const firstWords = 300

/** A lead's card as one member sees it. Buttons are those that he may use; the desk decides anyway. */
export function leadCardFace(voice: Voice, card: LeadCard, viewer: Viewer): Face {
  return { ...cardWords(voice, card, viewer), buttons: cardButtons(voice.say, card, viewer) }
}

/**
 * The text of a card: who, from where, what was said first, and how it stands. `timeZone`: of the reader, where he has
 * another than the organization.
 */
export const cardText = (voice: Voice, card: LeadCard, timeZone: string | null = null): string =>
  cardWords(voice, card, { timeZone, isGroup: true }).html

/**
 * The text of a card, and the lines of it that are others with every look or message: how long answers are open, and what
 * was said last. The group does without the latter: a topic shows all that was said; in a private chat it may be far above.
 */
export function cardWords(
  voice: Voice,
  card: LeadCard,
  { timeZone: ownZone, isGroup }: Pick<Viewer, 'timeZone' | 'isGroup'>,
): Pick<Face, 'html' | 'fleeting'> {
  const { say } = voice
  const { contact, attribution } = card
  const handle = contact.phone ?? (contact.username ? `@${contact.username}` : null)
  const past = [
    ...(card.earlierLeads > 0 ? [say('card-earlier-leads', { count: card.earlierLeads })] : []),
    ...(card.notes > 0 ? [say('card-notes', { count: card.notes })] : []),
  ]
  const timeZone = ownZone ?? card.timeZone
  const windowEndsAt = contact.erasedAt ? null : card.windowEndsAt
  const window = windowLines(voice, windowEndsAt, timeZone)
  const last = card.firstMessage && !isGroup ? lastLines(voice, card, timeZone) : []
  const html = [
    `<b>${ownDirection(escapeHtml(nameOf(say, card)))}</b> · <b>${numberOf(card)}</b>`,
    ...(handle && handle !== nameOf(say, card) ? [`👤 ${leftToRight(escapeHtml(handle))}`] : []),
    ...channelLines(voice, card),
    ...originLines(say, attribution),
    '',
    ...(card.firstMessage && !contact.erasedAt ? [...firstLines(voice, card.firstMessage), ...last, ''] : []),
    ...(contact.erasedAt ? [`🗑 ${say('card-erased')}`] : []),
    ...(contact.blockedAt ? [`🚫 ${say('card-blocked')}`] : []),
    say('card-status', { status: statusOf(voice, card) }),
    ...(card.tags.length > 0
      ? [`🏷 ${card.tags.map((tag) => escapeHtml(tame(tag.name))).join(`${say('comma')} `)}`]
      : []),
    ...(card.snoozedUntil ? [snoozeLine(voice, timeZone, card.snoozedUntil)] : []),
    ...(card.handled && !card.closedAt ? [say('card-handled')] : []),
    ...(card.draft ? [say('card-draft', { name: escapeHtml(cutLine(card.draft.author, 64)) })] : []),
    ...ownerLines(voice, card),
    ...window,
    ...(past.length > 0 ? [past.join(' · ')] : []),
  ]
    .map((line) => line && voice.mark + line)
    .join('\n')
  const fleeting = [...last, ...(windowEndsAt && windowEndsAt > voice.now ? window : [])]
  return {
    html,
    ...(fleeting.length > 0 ? { fleeting: fleeting.map((line) => `\n${voice.mark}${line}`) } : {}),
  }
}

/** Who has the lead; of an erased person nobody need take it. */
function ownerLines({ say }: Voice, { owner, contact }: LeadCard): string[] {
  if (owner) return [say('card-owner', { name: escapeHtml(cutLine(owner.name, 64)) })]
  return contact.erasedAt ? [] : [say('card-unclaimed')]
}

/** The status, with why it was lost or what it was worth. */
function statusOf({ say, language }: Voice, { status, lostReason, value }: LeadCard): string {
  const more = value
    ? escapeHtml(tellMoney(language, value))
    : lostReason
      ? escapeHtml(cutLine(tame(sayLostReason(say, lostReason)), 120))
      : ''
  return [sayStatus(say, status), ...(more ? [more] : [])].join(' · ')
}

function snoozeLine({ say, language }: Voice, timeZone: string, until: Date): string {
  const clock = clockOf(language, {
    ...momentOfEnd,
    day: 'numeric',
    month: 'short',
    timeZone,
  })
  return `😴 ${say('card-snoozed', { until: clock.format(until) })}`
}

/** What was said first, at a glance; a form's answers are all that is known of the person, so they are told in full. */
function firstLines({ say }: Voice, message: NonNullable<LeadCard['firstMessage']>): string[] {
  if (message.kind === 'form') {
    const body = message.body && cutText(message.body, firstWords)
    return showMessage(say, { ...message, body }).split('\n')
  }
  return [...marksOf(say, message), glanceAt(say, message, firstWords)]
}

/** What waits for an answer and is not what was said first. Its time says how new it is, on a card that stays for hours. */
function lastLines(voice: Voice, card: LeadCard, timeZone: string): string[] {
  const { firstMessage, lastMessage, contact, closedAt, handled } = card
  if (lastMessage?.direction !== 'inbound' || closedAt || handled || contact.erasedAt || contact.blockedAt)
    return []
  if (!firstMessage || lastMessage.sentAt.getTime() === firstMessage.sentAt.getTime()) return []
  const when = tellMoment(voice, lastMessage.sentAt, timeZone)
  return [`💬 ${voice.say('card-last-words', { when, words: glanceAt(voice.say, lastMessage, firstWords) })}`]
}

function channelLines({ say }: Voice, { channel, source, attribution }: LeadCard): string[] {
  if (!channel && source === 'import') {
    const name = escapeHtml(cutLine(tame(textOf(recordOf(attribution).ref) ?? ''), 64))
    return [say('card-imported', { name })]
  }
  if (!channel) return [say('card-no-channel')]
  const line = `💬 ${escapeHtml(sayChannel(say, channel))}`
  return channel.state === 'stopped' ? [line, say('card-channel-stopped')] : [line]
}

/** The end is told as a time too: a card stays as it is for hours, and what is left of the window does not. */
function windowLines({ say, now, language }: Voice, windowEndsAt: Date | null, timeZone: string): string[] {
  if (!windowEndsAt) return []
  const left = windowEndsAt.getTime() - now.getTime()
  if (left <= 0) return [say('card-window-closed')]
  const until = clockOf(language, { ...momentOfEnd, timeZone }).format(windowEndsAt)
  return [say('card-window-open', { until, left: tellDuration(say, left) })]
}

const momentOfEnd = { weekday: 'short', ...clockStyle } as const
