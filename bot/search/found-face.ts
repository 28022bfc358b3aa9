import type { OutputOf } from '#core/desk.ts'
import { shortId } from '#core/new-id.ts'
import type { queries } from '#core/queries.ts'
import { callbackData } from '../callback-data.ts'
import { glanceAt } from '../cards/show-message.ts'
import { nameOf, numberOf, sayNetwork, sayStatus } from '../cards/words-of-lead.ts'
import type { Button, Face } from '../posts/post-content.ts'
import { cutLine } from '../text/cut-text.ts'
import { escapeHtml, tame } from '../text/escape-html.ts'
import type { Voice } from '../voice.ts'
import { placeData } from './place-data.ts'

export type Found = OutputOf<(typeof queries)['searchLeads']>
export type FoundLead = Found['found'][number]

const placeSigns: Record<FoundLead['place'], string> = {
  number: '#️⃣',
  person: '👤',
  message: '💬',
  note: '📝',
  tag: '🏷',
}

/** How much of what was looked for is shown again. */
const shownWords = 60

/** One page of what was found: a block and a button for each lead; `isFirst`: nothing lies before it. */
export function foundFace(
  voice: Voice,
  words: string,
  { found, next, understood }: Found,
  isFirst: boolean,
): Face {
  const { say } = voice
  const asked = escapeHtml(cutLine(words, shownWords))
  if (!understood) return { html: `🔎 ${say('find-not-understood')}` }
  const head = `🔎 <b>${say('find-title', { words: asked })}</b>`
  if (found.length === 0) {
    return {
      html: [head, isFirst ? say('find-nothing') : say('find-no-more')].join('\n\n'),
      buttons: pages(say, isFirst, null),
    }
  }
  const buttons = found.map(({ lead }) => ({
    text: cutLine(`${numberOf(lead)} ${nameOf(say, lead)}`, 28),
    data: callbackData('open', shortId(lead.id)),
  }))
  const rows = Array.from({ length: Math.ceil(buttons.length / 2) }, (_, row) =>
    buttons.slice(row * 2, row * 2 + 2),
  )
  return {
    html: [head, ...found.map((one) => foundBlock(voice, one))].join('\n\n'),
    buttons: [...rows, ...pages(say, isFirst, next)],
    subjects: [
      ...found.map(({ lead }) => lead.id),
      ...found.flatMap(({ messageId }) => (messageId ? [messageId] : [])),
    ],
  }
}

/** In the place of a page on which something stood that must be forgotten. */
export const outdatedFound = ({ say }: Voice): Face => ({
  html: `🔎 <i>${say('find-outdated')}</i>`,
  buttons: [],
})

function foundBlock({ say, mark }: Voice, { lead, place, excerpt }: FoundLead): string {
  const message = lead.lastMessage ?? lead.firstMessage
  const facts = [
    sayStatus(say, lead.status),
    ...(lead.channel ? [escapeHtml(sayNetwork(say, lead.channel.network))] : []),
    ...(lead.owner ? [escapeHtml(cutLine(lead.owner.name, 32))] : []),
  ]
  const tags = lead.tags.map(({ name }) => name).join(', ')
  const words =
    place === 'tag'
      ? escapeHtml(cutLine(tame(tags), 60))
      : excerpt
        ? markExcerpt(excerpt)
        : message
          ? glanceAt(say, message, 60)
          : ''
  return [
    `<b>${numberOf(lead)} ${escapeHtml(nameOf(say, lead))}</b>`,
    facts.join(' · '),
    ...(words ? [`${placeSigns[place]} ${words}`] : []),
  ]
    .map((line) => mark + line)
    .join('\n')
}

/** What was looked for stands out where it stands. */
export function markExcerpt({ text, from, to }: NonNullable<FoundLead['excerpt']>): string {
  if (from === to) return escapeHtml(text)
  return `${escapeHtml(text.slice(0, from))}<b>${escapeHtml(text.slice(from, to))}</b>${escapeHtml(text.slice(to))}`
}

function pages(say: Voice['say'], isFirst: boolean, next: Found['next']): Button[][] {
  const row = [
    ...(isFirst ? [] : [{ text: say('button-find-first'), data: callbackData('found') }]),
    ...(next ? [{ text: say('button-next'), data: callbackData('found', ...placeData(next)) }] : []),
  ]
  return row.length > 0 ? [row] : []
}
