import type { usernameNetworks } from '#core/leads/read-typed-identities.ts'
import { sayNetwork } from '../cards/words-of-lead.ts'
import { cutLine, cutText } from '../text/cut-text.ts'
import { leftToRight } from '../text/direction.ts'
import { escapeHtml } from '../text/escape-html.ts'
import type { Voice } from '../voice.ts'

/** A lead as far as a member has told it. */
export interface LeadDraft {
  name?: string
  phone?: string
  email?: string
  username?: { network: (typeof usernameNetworks)[number]; value: string }
  source?: string
  note?: string
}

/** What a member wrote to say how somebody is reached: by its look. A username's network is another question. */
export function readReach(text: string): { phone: string } | { email: string } | { handle: string } {
  const written = text.replace(/\s+/g, ' ').trim()
  if (written.startsWith('@')) return { handle: written }
  return written.includes('@') ? { email: written } : { phone: written }
}

const shownNote = 500

/** What is known so far, a line each; nothing for an empty draft. */
export function draftLines(
  { say, mark }: Voice,
  { name, phone, email, username, source, note }: LeadDraft,
): string[] {
  const handle = username && leftToRight(escapeHtml(username.value))
  return [
    ...(name ? [`👤 <b>${escapeHtml(cutLine(name, 64))}</b>`] : []),
    ...(phone ? [`📞 ${leftToRight(escapeHtml(phone))}`] : []),
    ...(email ? [`✉️ ${leftToRight(escapeHtml(email))}`] : []),
    ...(username ? [`💬 ${handle} (${sayNetwork(say, username.network)})`] : []),
    ...(source ? [`📍 ${escapeHtml(source)}`] : []),
    ...(note ? [`📝 ${escapeHtml(cutText(note, shownNote))}`] : []),
  ].map((line) => mark + line)
}
