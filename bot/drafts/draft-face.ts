import { askerOf } from '#core/actor.ts'
import type { OutputOf } from '#core/desk.ts'
import { canChangeDraft } from '#core/drafts/can-change-draft.ts'
import type { SaidSince } from '#core/drafts/read-draft.ts'
import type { LeadCard } from '#core/leads/lead-card.ts'
import { shortId } from '#core/new-id.ts'
import { canWorkLeads } from '#core/policy.ts'
import type { queries } from '#core/queries.ts'
import { callbackData } from '../callback-data.ts'
import type { Viewer } from '../cards/lead-card-face.ts'
import { glanceAt } from '../cards/show-message.ts'
import { nameOf, numberOf } from '../cards/words-of-lead.ts'
import type { Button, Face } from '../posts/post-content.ts'
import { tellMoment } from '../reminders/tell-moment.ts'
import { cutLine } from '../text/cut-text.ts'
import { escapeHtml } from '../text/escape-html.ts'
import { tellDuration } from '../text/tell-duration.ts'
import type { Voice } from '../voice.ts'

export type ReadDraft = NonNullable<OutputOf<(typeof queries)['readDraft']>>

/** How much of each message that came since is shown. */
const sinceWords = 120

/**
 * A draft: its words, who wrote them when, and what was said since; with buttons for what the viewer may do with it. One that
 * does not wait any more says what has become of it. `note`: what is said above all of it.
 */
export function draftFace(
  voice: Voice,
  card: LeadCard,
  draft: ReadDraft,
  viewer: Viewer,
  note?: string,
): Face {
  const { say } = voice
  const head = `✍️ <b>${say('draft-title', { name: escapeHtml(nameOf(say, card)), number: numberOf(card) })}</b>`
  const quote = `<blockquote>${escapeHtml(draft.text)}</blockquote>`
  if (draft.state !== 'waiting') {
    return { html: [head, quote, endOf(voice, draft)].join('\n\n'), buttons: [] }
  }
  const timeZone = viewer.timeZone ?? card.timeZone
  return {
    html: [
      ...(note === undefined ? [] : [note]),
      [head, writtenLine(voice, draft, timeZone)].join('\n'),
      quote,
      ...(draft.isChanged ? [sinceLines(voice, card, draft)] : []),
    ].join('\n\n'),
    buttons: buttonsOf(voice, draft, viewer),
    ...(draft.since.length > 0 ? { subjects: draft.since.map(({ messageId }) => messageId) } : {}),
  }
}

const nameHtml = (name: string) => escapeHtml(cutLine(name, 64))

/** Who and when; the age is told beside the time, since the message stays and the age does not. */
function writtenLine(voice: Voice, { author, editor, writtenAt }: ReadDraft, timeZone: string): string {
  const { say, now } = voice
  const values = {
    author: nameHtml(author),
    when: tellMoment(voice, writtenAt, timeZone),
    age: tellDuration(say, Math.max(0, now.getTime() - writtenAt.getTime())),
  }
  return editor === null
    ? say('draft-by', values)
    : say('draft-by-edited', { ...values, editor: nameHtml(editor) })
}

function endOf({ say }: Voice, { state, settledBy }: ReadDraft): string {
  const name = nameHtml(settledBy ?? say('person-unknown'))
  if (state === 'sent') return `✅ ${say('draft-sent', { name })}`
  return state === 'discarded' ? `🗑 ${say('draft-thrown', { name })}` : `↪️ ${say('draft-replaced')}`
}

/** What the words were written without knowing. Something may only have been rewritten, or be of a lead out of sight. */
function sinceLines({ say, mark }: Voice, card: LeadCard, { since, sinceCount }: ReadDraft): string {
  if (since.length === 0) return `⚠️ <b>${say('draft-changed')}</b>`
  const tell = ({ direction, by, kind, body, data }: SaidSince) => {
    const words = glanceAt(say, { kind, body, data }, sinceWords)
    if (direction === 'inbound') return `${mark}💬 <b>${nameHtml(nameOf(say, card))}</b>: ${words}`
    return `${mark}↪️ <b>${nameHtml(by ?? say('history-parley'))}</b>: ${words}`
  }
  return [
    `⚠️ <b>${say('draft-since', { count: sinceCount })}</b>`,
    ...since.map(tell),
    say('draft-look'),
  ].join('\n')
}

/** The revision goes with each button, and with Send the conversation that is shown above it. */
function buttonsOf({ say }: Voice, draft: ReadDraft, viewer: Viewer): Button[][] {
  const actor = askerOf(viewer)
  const id = shortId(draft.id)
  const revision = String(draft.revision)
  const send = draft.isChanged
    ? { text: say('button-draft-send-anyway'), data: callbackData('draft-send', id, revision, draft.seen) }
    : { text: say('button-send'), data: callbackData('draft-send', id, revision) }
  return [
    ...(canWorkLeads(actor) ? [[send]] : []),
    ...(canChangeDraft(actor, draft)
      ? [
          [
            { text: say('button-draft-edit'), data: callbackData('draft-edit', id, revision) },
            { text: say('button-draft-drop'), data: callbackData('draft-drop', id, revision) },
          ],
        ]
      : []),
  ]
}
