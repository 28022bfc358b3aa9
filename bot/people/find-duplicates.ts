import { shortId } from '#core/new-id.ts'
import { callbackData } from '../callback-data.ts'
import { nameOf, numberOf, sayStatus } from '../cards/words-of-lead.ts'
import { actorOf, type MemberContext } from '../context.ts'
import type { Button } from '../posts/post-content.ts'
import { cutLine } from '../text/cut-text.ts'
import { nameLine } from '../text/name-line.ts'
import type { LeadDraft } from './lead-draft.ts'

/** Somebody who may be the one that is about to be added. */
export interface Duplicate {
  leadId: string
  /** As a button says it: number, name, status. */
  words: string
  /** The same phone, e-mail address or username, and not only the same name. */
  sure: boolean
}

/** How many of the same name are looked at, the nearest first. */
const mostNamesakes = 8
const mostShown = 5

/**
 * Who is there already of a draft: by what reaches him, and by his whole name.
 *
 * @throws DeskError phone-unreadable, email-unreadable, username-unreadable
 */
export async function findDuplicates(ctx: MemberContext, draft: LeadDraft): Promise<Duplicate[]> {
  const { desk } = ctx.tools
  const { say } = ctx.voice
  const { name = '', phone, email, username } = draft
  const typed = { phone, email, username }
  const { known } = await desk.ask(actorOf(ctx), 'findKnownPeople', typed)
  const same = known.map(({ leadId, number, name: called, status }) => ({
    leadId,
    words: `#${number} ${nameLine(called, 30) || say('person-unknown')} – ${sayStatus(say, status)}`,
    sure: true,
  }))
  const found = name
    ? (await desk.ask(actorOf(ctx), 'searchLeads', { words: name, limit: mostNamesakes })).found
    : []
  const namesakes = found
    .map(({ lead }) => lead)
    .filter(({ id, contact }) => isCalled(contact.name, name) && !known.some(({ leadId }) => leadId === id))
    .map((lead) => ({
      leadId: lead.id,
      words: `${numberOf(lead)} ${cutLine(nameOf(say, lead), 30)} – ${sayStatus(say, lead.status)}`,
      sure: false,
    }))
  return [...same, ...namesakes].slice(0, mostShown)
}

const isCalled = (called: string | null, name: string): boolean =>
  called?.trim().toLocaleLowerCase() === name.trim().toLocaleLowerCase()

/** Buttons that open them, whatever is being asked. */
export const duplicateButtons = (duplicates: Duplicate[]): Button[][] =>
  duplicates.map(({ leadId, words }) => [{ text: words, data: callbackData('open', shortId(leadId)) }])
